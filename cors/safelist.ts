import { type Deviations, deviations } from './browsers.ts';
import { combineLines, normalizeValue, trimTrailing } from './headers.ts';
import type { HeaderLine } from './http.ts';
import { isToken } from './methods.ts';

const longestSafeValue = 128;
const longestSafeTotal = 1024;
const safeContentTypes: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]);

/** https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
export function isSafelistedRequestHeader(name: string, value: string, browser: Deviations = deviations.standard) {
  if (value.length > longestSafeValue) return false;
  const lower = name.toLowerCase();
  switch (lower) {
    case 'accept':
      return !hasUnsafeByte(value, browser);
    case 'accept-language':
    case 'content-language':
      return /^[0-9A-Za-z *,\-.;=]*$/.test(value);
    case 'content-type':
      if (browser.contentTypeMustBeTidy && /,|;.*;[\t ]*$/.test(value)) return false;
      return !hasUnsafeByte(value, browser) && safeContentTypes.has(mimeEssence(value) ?? '');
    case 'range':
      return isSafeRange(value, browser);
    default:
      return browser.safelistsClientHints && (clientHints.get(lower)?.test(value) ?? false);
  }
}

/** https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header */
export function isNoCorsSafelistedRequestHeader(name: string, value: string): boolean {
  return noCorsSafelisted.has(name.toLowerCase()) && isSafelistedRequestHeader(name, value);
}

/** In lower case, sorted, each once: https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names */
export function unsafeRequestHeaderNames(headers: readonly HeaderLine[], browser: Deviations): readonly string[] {
  const unsafe = unsafeLineNames(headers, browser);
  return [...new Set(unsafe)].sort();
}

/** The same as Access-Control-Request-Headers lists them. */
export function requestedHeaderNames(headers: readonly HeaderLine[], browser: Deviations): readonly string[] {
  return browser.repeatsRequestedNames
    ? unsafeLineNames(headers, browser).toSorted()
    : unsafeRequestHeaderNames(headers, browser);
}

/** One name for each line that is unsafe. */
function unsafeLineNames(headers: readonly HeaderLine[], browser: Deviations): readonly string[] {
  const unsafe: string[] = [];
  const safe: string[] = [];
  let total = 0;
  for (const [name, value] of browser.judgesCombinedHeaders ? combineLines(headers) : headers) {
    if (isSafelistedRequestHeader(name, value, browser)) {
      safe.push(name.toLowerCase());
      total += value.length;
    } else unsafe.push(name.toLowerCase());
  }
  // fetch() has put `Accept: */*` on the list by then: https://fetch.spec.whatwg.org/#concept-fetch
  if (!safe.includes('accept') && !unsafe.includes('accept')) {
    safe.push('accept');
    total += '*/*'.length;
  }
  return total > longestSafeTotal && browser.limitsSafelistedTotal ? [...unsafe, ...safe] : unsafe;
}

/** Null for what is no MIME type: https://mimesniff.spec.whatwg.org/#parse-a-mime-type, of which only the essence matters here. */
export function mimeEssence(value: string): string | null {
  const text = normalizeValue(value);
  const slash = text.indexOf('/');
  if (slash < 0) return null;
  const semicolon = text.indexOf(';', slash);
  const type = text.slice(0, slash);
  const subtype = trimTrailing(text.slice(slash + 1, semicolon < 0 ? undefined : semicolon));
  if (!isToken(type) || !isToken(subtype)) return null;
  return `${type}/${subtype}`.toLowerCase();
}

/** A single range with a start: https://fetch.spec.whatwg.org/#simple-range-header-value */
function isSafeRange(value: string, browser: Deviations): boolean {
  const { rangeNumbersBelow: below } = browser;
  const unit = browser.rangeUnitCaseSensitive ? value : value.toLowerCase();
  const match = /^bytes=(\d+)-(\d*)$/.exec(browser.rangeTakesPlusSign ? unit.replace(/([=-])\+(?=\d)/g, '$1') : unit);
  if (match === null) return false;
  const [, start = '', end = ''] = match;
  const [first, last] = [BigInt(start), BigInt(end)];
  if (first >= below || last >= below) return false;
  return end === '' || first <= last;
}

/** https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte */
function hasUnsafeByte(value: string, browser: Deviations): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code > 0x7f && browser.nonAsciiIsUnsafe) return true;
    if ((code < 0x20 && code !== 0x09) || code === 0x7f || unsafeBytes.includes(value.charAt(i))) return true;
  }
  return false;
}

const unsafeBytes = '"():<>?@[\\]{}';
const noCorsSafelisted: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
]);
const clientHints: ReadonlyMap<string, RegExp> = new Map([
  ['save-data', /^on$/i],
  ['device-memory', /^\d+(\.\d+)?$/],
  ['dpr', /^\d+(\.\d+)?$/],
  ['downlink', /^\d+(\.\d+)?$/],
  ['width', /^\d+$/],
  ['viewport-width', /^\d+$/],
  ['rtt', /^\d+$/],
  ['ect', /^(slow-2g|2g|3g|4g)$/],
  ['intervention', /^/],
]);
