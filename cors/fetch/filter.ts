import { extractList, isForbiddenResponseHeader, isSafelistedResponseHeader } from '../headers.ts';
import type { HeaderLine, WireResponse } from '../http.ts';
import type { PageResponse } from '../outcome.ts';
import type { Request } from './request.ts';

/** The response as the page may see it. https://fetch.spec.whatwg.org/#concept-filtered-response */
export function filtered(request: Request, response: WireResponse, type: PageResponse['type']): PageResponse {
  if (type === 'opaque' || type === 'opaqueredirect') {
    const url = type === 'opaque' ? '' : request.url.href;
    return { type, status: 0, statusText: '', url, redirected: false, headers: [], body: null };
  }
  const { status, statusText } = response;
  return {
    type,
    status,
    statusText,
    url: request.url.href,
    redirected: request.hop > 0,
    headers: sortAndCombine(visibleHeaders(request, response, type)),
    body: request.method === 'HEAD' || nullBodyStatuses.has(status) ? null : response.body,
  };
}

/** The header lines that a basic or cors response shows to the page. */
export function visibleHeaders(
  request: Request,
  response: WireResponse,
  type: PageResponse['type'],
): readonly HeaderLine[] {
  if (type === 'opaque' || type === 'opaqueredirect') return [];
  const { headers } = response;
  if (type === 'basic') return headers.filter(([name]) => !isForbiddenResponseHeader(name));
  const list = extractList(headers, 'access-control-expose-headers');
  // The standard's text would expose a failure too; its tests, and all browsers, expose nothing then:
  // https://github.com/web-platform-tests/wpt/blob/master/cors/access-control-expose-headers-parsing.window.js
  const exposed = new Set(list === 'failure' || list === null ? [] : list.map((name) => name.toLowerCase()));
  const exposesAll = request.credentials !== 'include' && exposed.has('*');
  return headers.filter(
    ([name]) =>
      isSafelistedResponseHeader(name) ||
      ((exposesAll || exposed.has(name.toLowerCase())) && !isForbiddenResponseHeader(name)),
  );
}

/** https://fetch.spec.whatwg.org/#concept-header-list-sort-and-combine, without Set-Cookie, which never gets here. */
function sortAndCombine(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  const values = new Map<string, string[]>();
  for (const [name, value] of lines) {
    const lower = name.toLowerCase();
    const known = values.get(lower);
    if (known === undefined) values.set(lower, [value]);
    else known.push(value);
  }
  const combined = [...values].map(([name, all]): HeaderLine => [name, all.join(', ')]);
  return combined.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** https://fetch.spec.whatwg.org/#null-body-status */
const nullBodyStatuses: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);
