import { askingOrigin } from '../fetch/fetch-as-browser.ts';
import { getHeader, type HeaderLine, type WireRequest } from '../http.ts';
import { originOf } from '../origin.ts';
import type { FetchCall } from '../outcome.ts';
import type { RequestBody } from '../scenario.ts';

/**
 * The call, as it is made, as curl commands for a POSIX shell, the preflight first where the browser sends one. curl is no browser: it
 * shows the raw answers and judges nothing. `page` is the page's serialized origin.
 */
export function curlCommand(call: FetchCall, page: string, preflight: WireRequest | null): string {
  const origin = saysOrigin(call, page) ? [['Origin', askingOrigin(call, page)] as const] : [];
  const request = command(
    call.method === 'HEAD' ? ['-I'] : ['-i', ...methodOption(call)],
    call.url,
    [...origin, ...call.headers.filter(([name]) => name.toLowerCase() !== 'origin'), ...contentType(call)],
    call.body === null ? [] : dataOptions(call.body),
  );
  if (preflight === null) return request;
  const asked = preflight.headers.filter(([name]) => /^(origin|access-control-request-.*)$/i.test(name));
  return `# The preflight\n${command(['-i', '-X OPTIONS'], preflight.url, asked, [])}\n\n# The request\n${request}`;
}

/** https://fetch.spec.whatwg.org/#append-a-request-origin-header */
const saysOrigin = (call: FetchCall, page: string): boolean =>
  (call.method !== 'GET' && call.method !== 'HEAD') ||
  (call.mode !== 'no-cors' && originOf(call.url) !== askingOrigin(call, page));

const command = (
  options: readonly string[],
  url: string,
  headers: readonly HeaderLine[],
  data: readonly string[],
): string => [['curl', ...options, shellQuote(url)].join(' '), ...headers.map(headerOption), ...data].join(' \\\n  ');

function methodOption({ method, body }: FetchCall): readonly string[] {
  return method === (body === null ? 'GET' : 'POST') ? [] : [`-X ${shellQuote(method)}`];
}

/** curl drops a header that it is given as `Name:`, and sends it empty when given as `Name;`. */
function headerOption([name, value]: HeaderLine): string {
  const oneLine = value.replace(/[\r\n\0]+/g, ' ').trim();
  return `-H ${shellQuote(oneLine === '' ? `${name};` : `${name}: ${oneLine}`)}`;
}

/** What `fetch()` would say of its own accord: https://fetch.spec.whatwg.org/#concept-bodyinit-extract */
function contentType({ headers, body }: FetchCall): readonly HeaderLine[] {
  if (body === null || body.type === 'multipart' || getHeader(headers, 'Content-Type') !== null) return [];
  if (body.type === 'text') return [['Content-Type', 'text/plain;charset=UTF-8']];
  if (body.type === 'form') return [['Content-Type', 'application/x-www-form-urlencoded;charset=UTF-8']];
  return body.type === 'blob' && body.mime !== '' ? [['Content-Type', body.mime]] : [];
}

function dataOptions({ type, text, mime }: RequestBody): readonly string[] {
  if (type === 'multipart') {
    return [...new URLSearchParams(text)].map(([name, value]) => `--form-string ${shellQuote(`${name}=${value}`)}`);
  }
  const data = `--data-raw ${shellQuote(type === 'form' ? new URLSearchParams(text).toString() : text)}`;
  // Unless told not to, curl calls any data a form.
  return type === 'bytes' || (type === 'blob' && mime === '') ? ["-H 'Content-Type:'", data] : [data];
}

const shellQuote = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
