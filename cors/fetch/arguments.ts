import { isAvailable } from '../ask.ts';
import type { Deviations } from '../browsers.ts';
import type { Advice, AdviceFacts, Finding } from '../findings.ts';
import { combineLines, isForbiddenRequestHeader, isHeaderValue, normalizeValue } from '../headers.ts';
import { getHeader, type HeaderLine } from '../http.ts';
import { isForbiddenMethod, isSafelistedMethod, isToken, normalizeMethod } from '../methods.ts';
import { isSameOrigin, parseUrl } from '../origin.ts';
import type { FetchCall } from '../outcome.ts';
import { isNoCorsSafelistedRequestHeader, isSafelistedRequestHeader, mimeEssence } from '../safelist.ts';
import type { Context, RequestBody, RequestMode } from '../scenario.ts';
import type { Fetching, Request } from './request.ts';

type Made = { readonly error: Finding } | { readonly error: null; readonly request: Request };

/** `new Request()`, with the checks in its order: https://fetch.spec.whatwg.org/#dom-request */
export function makeRequest(fetching: Fetching, call: FetchCall, origin: string): Made {
  const { api, context } = call;
  if (!isAvailable(api, context)) return { error: { code: 'api-missing', facts: { api, context } } };
  const url = parseUrl(call.url);
  if (url === null) return { error: { code: 'url-invalid', facts: { url: call.url } } };
  if (url.userinfo) return { error: { code: 'url-credentials', facts: { url: call.url } } };
  if (call.mode === 'navigate') return { error: { code: 'mode-navigate', facts: {} } };
  if (call.cache === 'only-if-cached' && call.mode !== 'same-origin') {
    return { error: { code: 'only-if-cached-mode', facts: { mode: call.mode } } };
  }
  if (!isToken(call.method)) return { error: { code: 'method-invalid', facts: { method: call.method } } };
  if (isForbiddenMethod(call.method)) return { error: { code: 'method-forbidden', facts: { method: call.method } } };
  const method = normalizeMethod(call.method);
  if (call.mode === 'no-cors' && !isSafelistedMethod(method))
    return { error: { code: 'no-cors-method', facts: { method } } };

  const list = new HeaderList(call.mode === 'no-cors' && api === 'fetch', fetching.browser.dropsUserAgent);
  for (const [name, value] of api === 'xhr' ? joined(call.headers) : call.headers) {
    const error = list.append(name, value);
    if (error !== null) return { error };
  }
  const isBodiless = method === 'GET' || method === 'HEAD';
  if (call.body !== null && isBodiless && api === 'fetch')
    return { error: { code: 'body-with-get', facts: { method } } };
  const isTypeless = api === 'xhr' && fetching.browser.xhrDropsOddTypes && isOddBlob(call.body);
  const extracted = call.body === null || isBodiless ? null : extractBody(call.body);
  const body = extracted !== null && isTypeless ? { ...extracted, contentType: null } : extracted;
  if (body !== null && body.contentType !== null && getHeader(list.lines, 'content-type') === null) {
    list.append('Content-Type', body.contentType);
  }
  fetching.advice.push(...list.advice(body?.contentType ?? null));
  const isBeaconWithCors =
    api === 'beacon' && list.lines.some(([name, value]) => !isSafelistedRequestHeader(name, value, fetching.browser));
  return {
    error: null,
    request: {
      origin,
      url,
      method,
      headers: list.lines,
      api,
      fromWorker: context === 'worker',
      firstHeaders: list.lines,
      askedHeaders: list.lines,
      becameGet: false,
      body: body?.source ?? null,
      credentials: call.credentials,
      mode: isBeaconWithCors ? 'cors' : api === 'font' ? fontMode(context, fetching.browser) : call.mode,
      // A beacon has no such flag by the letter; by the text around it, and in browsers, it is preflighted.
      unsafe: api === 'fetch' || api === 'xhr' || api === 'beacon',
      usePreflight: call.uploadListener && (body !== null || !fetching.browser.uploadListenerNeedsBody),
      redirect: call.redirect,
      cache: call.cache,
      referrerPolicy: call.referrerPolicy,
      keepalive: call.keepalive,
      tainting: 'basic',
      redirectTaint: 'same-origin',
      left: false,
      hop: 0,
      beganAtHome: isSameOrigin(origin, url.origin),
      refusedLate: null,
      keptOrigin: null,
      preflighted: false,
    },
  };
}

/** https://drafts.csswg.org/css-fonts-4/#font-fetching-requirements */
function fontMode(context: Context, browser: Deviations): RequestMode {
  if (context === 'worker') return browser.workerFontsStayHome ? 'same-origin' : 'cors';
  return browser.fontsAskWithoutCors ? 'no-cors' : 'cors';
}

/** https://xhr.spec.whatwg.org/#the-setrequestheader()-method: several values of one name are one from the start. */
function joined(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  const all = lines.map(([name, value]): HeaderLine => [name, normalizeValue(value)]);
  const isDropped = ([name, value]: HeaderLine) => isForbiddenRequestHeader(name, value);
  return [...all.filter(isDropped), ...combineLines(all.filter((line) => !isDropped(line)))];
}

/** A `Headers` with the guard "request" or "request-no-cors": https://fetch.spec.whatwg.org/#concept-headers-append */
class HeaderList {
  readonly lines: HeaderLine[] = [];
  readonly #noCors: boolean;
  readonly #dropsUserAgent: boolean;
  readonly #forbidden: string[] = [];
  readonly #notSafelisted: string[] = [];

  constructor(noCors: boolean, dropsUserAgent: boolean) {
    this.#noCors = noCors;
    this.#dropsUserAgent = dropsUserAgent;
  }

  append(name: string, written: string): Finding | null {
    const value = normalizeValue(written);
    if (!isToken(name)) return { code: 'header-name-invalid', facts: { name } };
    if (!isHeaderValue(value)) return { code: 'header-value-invalid', facts: { name, value } };
    if (isForbiddenRequestHeader(name, value) || (this.#dropsUserAgent && name.toLowerCase() === 'user-agent')) {
      this.#forbidden.push(name);
      return null;
    }
    if (this.#noCors) {
      const before = getHeader(this.lines, name);
      if (!isNoCorsSafelistedRequestHeader(name, before === null ? value : `${before}, ${value}`)) {
        this.#notSafelisted.push(name);
        return null;
      }
    }
    this.lines.push([name, value]);
    return null;
  }

  /** `contentType` is the body's own. */
  advice(contentType: string | null): readonly Advice[] {
    const advice: Advice[] = [];
    if (this.#forbidden.length > 0)
      advice.push({ code: 'forbidden-header-dropped', facts: { names: this.#forbidden } });
    if (this.#notSafelisted.length > 0)
      advice.push({ code: 'no-cors-header-dropped', facts: this.#dropped(contentType) });
    return advice;
  }

  #dropped(contentType: string | null): AdviceFacts['no-cors-header-dropped'] {
    const names = this.#notSafelisted;
    const isReplaced = names.some((name) => name.toLowerCase() === 'content-type');
    return { names, contentType: isReplaced ? contentType : null };
  }
}

// A boundary is the browser's own choice; no rule looks at it.
const boundary = '----FormBoundary7MA4YWxkTrZu0gW';

/** https://fetch.spec.whatwg.org/#concept-bodyinit-extract */
function extractBody(body: RequestBody): { readonly source: string; readonly contentType: string | null } {
  switch (body.type) {
    case 'text':
      return { source: body.text, contentType: 'text/plain;charset=UTF-8' };
    case 'form':
      return {
        source: new URLSearchParams(body.text).toString(),
        contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
      };
    case 'multipart':
      return { source: multipart(body.text), contentType: `multipart/form-data; boundary=${boundary}` };
    case 'blob':
      return { source: body.text, contentType: blobType(body.mime) };
    case 'bytes':
      return { source: body.text, contentType: null };
  }
}

const isOddBlob = (body: RequestBody | null): boolean => body?.type === 'blob' && mimeEssence(body.mime) === null;

/** https://html.spec.whatwg.org/#multipart-form-data */
function multipart(text: string): string {
  let source = '';
  for (const [name, value] of new URLSearchParams(text)) {
    const escaped = name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
    source += `--${boundary}\r\nContent-Disposition: form-data; name="${escaped}"\r\n\r\n${value}\r\n`;
  }
  return `${source}--${boundary}--\r\n`;
}

/** https://w3c.github.io/FileAPI/#constructorBlob: lower case, and none at all when it holds anything unprintable. */
function blobType(mime: string): string | null {
  return mime !== '' && /^[\x20-\x7e]*$/.test(mime) ? mime.toLowerCase() : null;
}
