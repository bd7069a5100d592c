import type { AdviceFacts } from '../findings.ts';
import { hasName, trimBlanks } from '../headers.ts';
import type { HeaderLine } from '../http.ts';
import { isPotentiallyTrustworthy, isSameSite, type ParsedUrl } from '../origin.ts';
import type { StoredCookie } from '../outcome.ts';
import type { Fetching, Request } from './request.ts';

/** https://fetch.spec.whatwg.org/#http-network-or-cache-fetch, its includeCredentials. */
export function includesCredentials(request: Request): boolean {
  if (request.credentials === 'include') return true;
  return request.credentials === 'same-origin' && request.tainting === 'basic';
}

/** Those that go with a request, and those that its host and path match but that stay behind. */
export interface CookieChoice {
  readonly sent: readonly StoredCookie[];
  readonly withheld: readonly string[];
  readonly reason: AdviceFacts['cookie-not-sent']['reason'];
}

/** https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-retrieval-algorithm */
export function cookiesFor(fetching: Fetching, request: Request): CookieChoice {
  const { url } = request;
  const here = fetching.cookies.filter(
    (cookie) =>
      cookie.host === url.host && pathMatches(url.path, cookie.path) && (!cookie.secure || keepsSecrets(fetching, url)),
  );
  if (!includesCredentials(request)) return { sent: [], withheld: here.map(({ name }) => name), reason: 'credentials' };
  const sent = here.filter((cookie) => goesAcross(fetching, request, cookie.sameSite));
  const withheld = here.filter((cookie) => !sent.includes(cookie)).map(({ name }) => name);
  return { sent: sent.sort((a, b) => b.path.length - a.path.length), withheld, reason: 'cross-site' };
}

/** https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-storage-model */
export function storeCookies(fetching: Fetching, request: Request, headers: readonly HeaderLine[]): void {
  for (const line of headers) {
    const cookie = hasName(line, 'set-cookie') ? parseSetCookie(line[1], request.url) : null;
    if (cookie === null) continue;
    const reason = refusal(fetching, request, cookie);
    if (reason !== null) fetching.advice.push({ code: 'cookie-not-stored', facts: { name: cookie.name, reason } });
    else {
      const isOther = ({ host, path, name }: StoredCookie) =>
        host !== cookie.host || path !== cookie.path || name !== cookie.name;
      fetching.cookies = [...fetching.cookies.filter(isOther), cookie];
    }
  }
}

function refusal(
  fetching: Fetching,
  request: Request,
  cookie: StoredCookie,
): AdviceFacts['cookie-not-stored']['reason'] | null {
  if (!includesCredentials(request)) return 'credentials';
  if (cookie.sameSite === 'None' && !cookie.secure && fetching.browser.noneNeedsSecure) return 'none-needs-secure';
  if (cookie.secure && !keepsSecrets(fetching, request.url)) return 'insecure';
  return goesAcross(fetching, request, cookie.sameSite) ? null : 'cross-site';
}

/** Whether this URL may set and be sent a `Secure` cookie. */
const keepsSecrets = ({ browser }: Fetching, url: ParsedUrl): boolean =>
  url.scheme === 'https' || (browser.loopbackSetsSecure && isPotentiallyTrustworthy(url));

/**
 * The standard never compares the request's site with the page's; every browser does, as the cookie draft says:
 * https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-same-site-and-cross-site-re
 */
function goesAcross(fetching: Fetching, request: Request, sameSite: StoredCookie['sameSite']): boolean {
  const { browser } = fetching;
  const strayed = browser.sameSiteSeesRedirects && request.redirectTaint === 'cross-site';
  if (isSameSite(request.origin, request.url.origin) && !strayed) return true;
  if (!browser.thirdPartyCookies) return false;
  return sameSite === 'None' || (sameSite === '' && !browser.laxByDefault);
}

/** Domain, Expires and Max-Age are not read: no plan can write them. */
function parseSetCookie(line: string, url: ParsedUrl): StoredCookie | null {
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  if (equals <= 0) return null;
  let path = url.path.slice(0, Math.max(1, url.path.lastIndexOf('/')));
  let sameSite: StoredCookie['sameSite'] = '';
  let secure = false;
  for (const attribute of attributes) {
    const [name = '', value = ''] = attribute.split('=', 2).map(trimBlanks);
    switch (name.toLowerCase()) {
      case 'path':
        if (value.startsWith('/')) path = value;
        break;
      case 'secure':
        secure = true;
        break;
      case 'samesite':
        sameSite = sameSiteNamed(value);
    }
  }
  const name = trimBlanks(pair.slice(0, equals));
  return { host: url.host, path, name, value: trimBlanks(pair.slice(equals + 1)), sameSite, secure };
}

function sameSiteNamed(value: string): StoredCookie['sameSite'] {
  switch (value.toLowerCase()) {
    case 'strict':
      return 'Strict';
    case 'lax':
      return 'Lax';
    case 'none':
      return 'None';
    default:
      return '';
  }
}

/** https://www.rfc-editor.org/rfc/rfc6265#section-5.1.4 */
function pathMatches(path: string, prefix: string): boolean {
  return (
    path.startsWith(prefix) && (path.length === prefix.length || prefix.endsWith('/') || path[prefix.length] === '/')
  );
}
