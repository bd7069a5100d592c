import { cookie } from '../spec.ts';
import { cause } from './cause.ts';
import { allowHeaders, credentialed, exposeHeaders, fetchStandard, issue, thisPage } from './common.ts';

const credentials = fetchStandard('credentials', 'credentials');
const sameSite = {
  label: 'MDN: Set-Cookie, SameSite',
  href: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#samesitesamesite-value',
};
const open = [thisPage, credentialed];
const include = 'include';

/** Causes in which nothing is blocked, and a cookie or a login is not there. */
export const cookieCauses = [
  cause({
    id: 'credentials-not-included',
    group: 'credentials',
    title: 'Cookies are not sent: credentials is not include',
    also: [
      'cookie not sent',
      'fetch does not send cookies',
      'withCredentials',
      '401 after login',
      'session lost',
      'logged out',
    ],
    symptom:
      'Login works, and the next call is answered as if nobody were logged in. The console shows nothing about CORS.',
    wrong: [
      'Across origins `fetch()` sends no cookies unless it is told to: its default is `same-origin`. An `XMLHttpRequest` has `withCredentials` for it, which is off.',
    ],
    fix: ['Say `credentials: "include"` on each call that needs the cookie. The answer then has to allow credentials.'],
    shown: 1,
    before: {
      requests: [{ path: '/login', method: 'POST', credentials: include }, { path: '/cart' }],
      response: { lines: open, cookies: [cookie('session=1', { httpOnly: true })] },
    },
    after: {
      requests: [
        { path: '/login', method: 'POST', credentials: include },
        { path: '/cart', credentials: include },
      ],
    },
    sources: [credentials],
  }),
  cause({
    id: 'cookie-not-kept-without-include',
    group: 'credentials',
    title: 'Set-Cookie is ignored: the login was asked for without credentials',
    also: ['cookie not saved', 'cookie not stored', 'cookie is not set', 'Set-Cookie in DevTools but no cookie'],
    symptom: 'DevTools show `Set-Cookie` in the answer to the login. The browser keeps no cookie.',
    wrong: [
      'Without credentials a browser sends no cookies across origins, and takes none either. The login itself was asked for without, so its cookie is dropped without a word.',
    ],
    fix: ['Say `credentials: "include"` on the login as well.'],
    shown: 1,
    before: {
      requests: [
        { path: '/auth/token', method: 'POST' },
        { path: '/auth/me', credentials: include },
      ],
      response: { lines: open, cookies: [cookie('session=1', { httpOnly: true })] },
    },
    after: {
      requests: [
        { path: '/auth/token', method: 'POST', credentials: include },
        { path: '/auth/me', credentials: include },
      ],
    },
    sources: [credentials],
  }),
  cause({
    id: 'cookie-same-site-lax',
    group: 'credentials',
    title: 'Cookie is not sent across sites: SameSite is Lax',
    also: [
      'SameSite=Lax',
      'SameSite=Strict',
      'third-party cookie',
      'cross-site cookie',
      'no cookie in iframe',
      'Safari',
    ],
    symptom:
      'With `credentials: "include"` and every CORS header in place, the cookie is still missing. On one machine with the same host it works.',
    wrong: [
      'Page and API are on different sites. `SameSite=Lax` and `Strict` mean: not from other sites. CORS does not come into it, and so nothing is printed about it.',
    ],
    fix: [
      'If both are yours, put the API below the page’s own site (`api.shop.example` for `www.shop.example`): then no cookie crosses sites. `SameSite=None; Secure` is the other way, and browsers that block third-party cookies keep it from working.',
    ],
    shown: 1,
    before: {
      requests: [
        { target: 'cross-site', path: '/login', method: 'POST', credentials: include },
        { target: 'cross-site', path: '/cart', credentials: include },
      ],
      response: { lines: open, cookies: [cookie('session=1', { sameSite: 'Lax' })] },
    },
    after: {
      requests: [
        { path: '/login', method: 'POST', credentials: include },
        { path: '/cart', credentials: include },
      ],
    },
    sources: [sameSite, issue('whatwg/fetch', 769)],
  }),
  cause({
    id: 'cookie-none-without-secure',
    group: 'credentials',
    title: 'SameSite=None without Secure: the cookie is rejected',
    also: ['cookie rejected', 'attribute Secure missing', 'HTTP only', 'cookie not stored'],
    symptom: 'DevTools mark the cookie as rejected.',
    wrong: [
      '`SameSite=None` counts only together with `Secure`. Without it, Chromium and Firefox drop the whole cookie.',
    ],
    fix: ['Add `Secure`. It needs HTTPS; Chromium and Firefox take it on `http://localhost` too, Safari does not.'],
    shown: 1,
    before: {
      requests: [
        { path: '/signin', method: 'POST', credentials: include },
        { path: '/basket', credentials: include },
      ],
      response: { lines: open, cookies: [cookie('session=1', { sameSite: 'None' })] },
    },
    after: { response: { lines: open, cookies: [cookie('session=1', { sameSite: 'None', secure: true })] } },
    sources: [sameSite],
  }),
  cause({
    id: 'cookie-header-by-hand',
    group: 'credentials',
    title: 'Refused to set unsafe header "Cookie"',
    also: [
      'forbidden header name',
      'Cookie header not sent',
      'unsafe header',
      'document.cookie',
      'axios headers Cookie',
    ],
    symptom:
      'The page sets a header `Cookie`, and the server gets none. `fetch()` says nothing; with `XMLHttpRequest`, browsers print that the header was refused.',
    wrong: ['`Cookie` is the browser’s own header. What a page puts there is dropped.'],
    fix: [
      'Let the server set the cookie, and let the page ask with credentials (`withCredentials`, or `credentials: "include"`). For a token of one’s own there is `Authorization`.',
    ],
    shown: 1,
    before: {
      requests: [
        { path: '/signin', method: 'POST' },
        { api: 'xhr', path: '/wishlist', headers: ['Cookie: session=1'] },
      ],
      response: { lines: open, cookies: [cookie('session=1', { httpOnly: true })] },
    },
    after: {
      requests: [
        { path: '/signin', method: 'POST', credentials: include },
        { api: 'xhr', path: '/wishlist', credentials: include },
      ],
    },
    sources: [fetchStandard('forbidden request-header', 'forbidden-request-header')],
  }),
  cause({
    id: 'no-login-prompt',
    group: 'credentials',
    title: 'No login prompt: 401 with WWW-Authenticate across origins',
    also: ['HTTP Basic authentication', 'Digest', 'Kerberos', 'NTLM', 'Negotiate', 'password dialog', '401'],
    symptom: 'In a tab the browser asks for name and password. From the page’s script one gets a 401 and no question.',
    wrong: [
      'A request without credentials never asks the person for any. The 401 is handed to the page like any other answer.',
    ],
    fix: [
      'Ask for the password in the page, and send `Authorization` with the request. It needs a preflight that lists it, and that is answered without a login.',
    ],
    before: {
      requests: [{ path: '/status' }],
      preflight: { lines: [thisPage] },
      response: {
        status: 401,
        lines: [thisPage, exposeHeaders('WWW-Authenticate'), 'WWW-Authenticate: Basic realm="status"'],
      },
    },
    after: {
      requests: [{ path: '/status', headers: ['Authorization: Basic YWRhOmxvdmVsYWNl'] }],
      preflight: { lines: [thisPage, allowHeaders('Authorization')] },
      response: { lines: [thisPage] },
    },
    sources: [fetchStandard('HTTP-network-or-cache fetch', 'http-network-or-cache-fetch')],
  }),
];
