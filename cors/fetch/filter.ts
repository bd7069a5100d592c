import type { Deviations } from '../browsers.ts';
import { combineLines, extractList, isForbiddenResponseHeader, isSafelistedResponseHeader } from '../headers.ts';
import type { HeaderLine, WireResponse } from '../http.ts';
import type { PageResponse } from '../outcome.ts';
import type { Request } from './request.ts';

/** The response as the page may see it, of which it may read these lines. */
export function filtered(
  request: Request,
  response: WireResponse,
  type: PageResponse['type'],
  visible: readonly HeaderLine[],
): PageResponse {
  if (type === 'opaque' || type === 'opaqueredirect') {
    const url = type === 'opaque' ? '' : request.url.document;
    return { type, status: 0, statusText: '', url, redirected: false, headers: [], body: null };
  }
  const { status, statusText, body } = response;
  return {
    type,
    status,
    statusText,
    url: request.url.document,
    redirected: request.hop > 0,
    headers: sortAndCombine(visible),
    body: request.method === 'HEAD' || nullBodyStatuses.has(status) ? null : body,
  };
}

/** The header lines that a page may read. https://fetch.spec.whatwg.org/#concept-filtered-response */
export function visibleHeaders(
  browser: Deviations,
  request: Request,
  { headers }: WireResponse,
  type: PageResponse['type'],
): readonly HeaderLine[] {
  if (type === 'opaque' || type === 'opaqueredirect') return [];
  if (type === 'basic') return headers.filter(([name]) => !isForbiddenResponseHeader(name));
  const wildcards = request.credentials !== 'include';
  const stop = wildcards && browser.exposesAllFromWildcardOn && request.api !== 'xhr' ? '*' : null;
  const list = extractList(headers, 'access-control-expose-headers', stop);
  // The standard's text would expose a failure too; its tests expose nothing then, and so does every browser:
  // https://github.com/web-platform-tests/wpt/blob/master/cors/access-control-expose-headers-parsing.window.js
  const exposed = new Set(list === 'failure' || list === null ? [] : list.map((name) => name.toLowerCase()));
  const exposesAll = wildcards && exposed.has('*');
  return headers.filter(
    ([name]) =>
      isSafelistedResponseHeader(name) ||
      ((exposesAll || exposed.has(name.toLowerCase())) && !isForbiddenResponseHeader(name)),
  );
}

/** https://fetch.spec.whatwg.org/#concept-header-list-sort-and-combine, without Set-Cookie, which never gets here. */
function sortAndCombine(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  const combined = combineLines(lines).map(([name, value]): HeaderLine => [name.toLowerCase(), value]);
  return combined.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** https://fetch.spec.whatwg.org/#null-body-status */
const nullBodyStatuses: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);
