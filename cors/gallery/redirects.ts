import { redirect } from '../spec.ts';
import { cause } from './cause.ts';
import {
  allowHeaders,
  allowMethods,
  anyOrigin,
  corsCheck,
  fetchStandard,
  issue,
  mdnError,
  thisPage,
} from './common.ts';

const httpRedirect = fetchStandard('HTTP-redirect fetch', 'http-redirect-fetch');
const preflightFetch = fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch');
const redirectNotAllowed = mdnError('external redirect not allowed', 'CORSExternalRedirectNotAllowed');

/** Causes in which a redirect stands between the page and its answer. */
export const redirectCauses = [
  cause({
    id: 'preflight-redirected-to-https',
    group: 'redirects',
    title: 'Redirect is not allowed for a preflight request',
    also: ['http to https', 'HTTPS redirect', '301 Moved Permanently', 'www redirect', 'Cloudflare Always Use HTTPS'],
    symptom:
      'The address opens in a tab. What needs a preflight fails, and the server’s log has an `OPTIONS` with 301.',
    wrong: [
      'The page asks at an old address, often one with `http`, and the server redirects whatever comes to the new one. Browsers follow redirects of requests, not of preflights: those count as refused.',
      'Here our second server plays the new address.',
    ],
    fix: ['Ask at the new address from the start: the one in the redirect’s `Location`.'],
    before: {
      requests: [{ method: 'PUT', path: '/orders/42', body: 'two pizzas' }],
      preflight: { lines: [thisPage, allowMethods('PUT')], redirects: [redirect('second', { status: 301 })] },
      response: { lines: [thisPage] },
    },
    after: {
      requests: [{ method: 'PUT', target: 'second', path: '/orders/42', body: 'two pizzas' }],
      preflight: { lines: [thisPage, allowMethods('PUT')] },
    },
    sources: [preflightFetch, redirectNotAllowed],
  }),
  cause({
    id: 'preflight-redirected-to-slash',
    group: 'redirects',
    title: 'Preflight is redirected: a slash is missing at the end of the URL',
    also: [
      'trailing slash',
      'APPEND_SLASH',
      'redirect_slashes',
      'strict_slashes',
      'Django',
      'Next.js 308',
      '307 Temporary Redirect',
    ],
    symptom: 'It fails with `/orders` and works with `/orders/`, or the other way round.',
    wrong: [
      'The framework knows the address with a slash only and redirects to it, the preflight too. A preflight must be answered, not redirected.',
    ],
    fix: ['Write the address as the framework knows it, here with the slash, or make the framework know both.'],
    before: {
      requests: [
        {
          api: 'xhr',
          method: 'POST',
          path: '/orders',
          headers: ['Content-Type: application/json'],
          body: '{"pizza":2}',
        },
      ],
      preflight: {
        lines: [thisPage, allowHeaders('Content-Type')],
        redirects: [redirect('same-site', { status: 308 })],
      },
      response: { lines: [thisPage] },
    },
    after: {
      requests: [
        {
          api: 'xhr',
          method: 'POST',
          path: '/orders/',
          headers: ['Content-Type: application/json'],
          body: '{"pizza":2}',
        },
      ],
      preflight: { lines: [thisPage, allowHeaders('Content-Type')] },
    },
    sources: [preflightFetch, issue('whatwg/fetch', 204)],
  }),
  cause({
    id: 'redirect-turns-post-into-get',
    group: 'redirects',
    title: 'A redirect turns POST into GET',
    also: ['301', '302', 'trailing slash', 'body is lost', 'method changes', '405 Method Not Allowed after redirect'],
    symptom:
      'Nothing is blocked. The page sends a `POST`, the server’s log has a `GET` without a body, and the answer is the list instead of the new entry.',
    wrong: [
      'After a 301 or 302 a browser goes on with `GET` if it began with `POST`, and leaves the body behind. Only 307 and 308 keep both.',
    ],
    fix: ['Send the request to the address that needs no redirect. Where one is needed, redirect with 307 or 308.'],
    before: {
      requests: [{ method: 'POST', path: '/orders', body: 'two pizzas' }],
      response: { lines: [thisPage], redirects: [redirect('same-site', { status: 301 })] },
    },
    after: {
      requests: [{ method: 'POST', path: '/orders/', body: 'two pizzas' }],
      response: { lines: [thisPage] },
    },
    sources: [httpRedirect],
  }),
  cause({
    id: 'redirect-without-headers',
    group: 'redirects',
    title: 'The redirect itself has no CORS headers',
    also: ['302 without Access-Control-Allow-Origin', '301', 'short link', 'nginx return 301', 'download link'],
    symptom: 'The last address allows the page when it is asked directly. By way of the redirect the request fails.',
    wrong: [
      'Each answer on the way has to allow the page, the redirects too: to be told of a redirect is to be told something. This 302 says nothing, so its `Location` is never asked.',
    ],
    fix: [
      'Send `Access-Control-Allow-Origin` with redirects as with any other answer, or ask at the last address directly.',
    ],
    before: {
      requests: [{ path: '/latest' }],
      response: { lines: [thisPage], redirects: [redirect('same-site', { cors: false })] },
    },
    after: { response: { lines: [thisPage], redirects: [redirect('same-site')] } },
    sources: [httpRedirect, corsCheck],
  }),
  cause({
    id: 'redirect-makes-origin-null',
    group: 'redirects',
    title: 'A redirect to another server: the origin becomes null',
    also: ['Origin: null', 'storage bucket', 'CDN', 'MinIO', 'presigned URL', 'http to https'],
    symptom:
      'Both servers allow the page, and both work when asked directly. By way of the redirect the second one is refused.',
    wrong: [
      'The API redirects to another origin than its own. From then on nobody can tell who wanted that request, the page or the API, so the browser sends `Origin: null`. The second server allows the page, and `null` is not the page.',
    ],
    fix: [
      'Let the API answer with the address in its body, and let the page ask there itself: then `Origin` is the page’s. `Access-Control-Allow-Origin: *` on the second server helps too, where anybody may read the answer.',
    ],
    before: {
      requests: [{ path: '/files/7' }],
      response: { lines: [thisPage], redirects: [redirect('second')] },
    },
    after: { requests: [{ target: 'second', path: '/files/7' }], response: { lines: [thisPage] } },
    sources: [httpRedirect, issue('minio/minio', 17517)],
  }),
  cause({
    id: 'api-redirects-to-login',
    group: 'redirects',
    title: 'CORS error after the session has expired: redirected to the login page',
    also: [
      'SSO',
      'identity provider',
      'OAuth',
      'Keycloak',
      'Azure AD',
      'Cloudflare Access',
      'login.microsoftonline.com',
      'redirected from',
    ],
    symptom: 'The page asks its own server. It works for an hour, then a CORS error names the address of the login.',
    wrong: [
      'The server redirects whoever is not signed in to the login page of another origin. That is meant for people who open a page. `fetch()` follows as well, and the login page allows no script to read it.',
      'Here our second server plays the login.',
    ],
    fix: [
      'Answer requests of scripts with 401 instead of a redirect, and let the page go to the login itself: `location.assign(…)`.',
    ],
    before: {
      requests: [{ api: 'xhr', target: 'page', path: '/api/orders' }],
      response: { type: 'text/html', body: '<h1>Sign in</h1>', redirects: [redirect('second')] },
    },
    after: { response: { status: 401, body: '{"error":"signed out"}' } },
    sources: [httpRedirect],
  }),
  cause({
    id: 'redirect-with-password',
    group: 'redirects',
    title: 'Redirect location contains a username and password',
    also: ['userinfo', 'user:password@', 'disallowed for cross-origin requests', 'basic authentication in URL'],
    symptom: 'The address can be opened as a page, and a script that asks for it fails.',
    wrong: [
      'The redirect’s `Location` has a user and a password before the host. A request across origins must not be led there.',
    ],
    fix: ['Leave user and password out of `Location`. A script that has to show who it is sends `Authorization`.'],
    before: {
      requests: [{ path: '/feed.xml' }],
      response: { lines: [anyOrigin], redirects: [redirect('same-site', { userinfo: true })] },
    },
    after: { response: { lines: [anyOrigin], redirects: [redirect('same-site')] } },
    sources: [httpRedirect],
  }),
  cause({
    id: 'redirect-drops-authorization',
    group: 'redirects',
    title: 'Authorization is lost after a redirect',
    also: ['Bearer token', 'header removed', '401 after redirect', 'API moved to another domain', 'token not sent'],
    symptom:
      'The token is sent, and the server that answers in the end has not seen it and says 401. (This one answers anyway.)',
    wrong: [
      'A redirect leads to another origin, and the browser leaves `Authorization` behind, so that no token gets to a server that it was not meant for. Other headers that the page set go along.',
    ],
    fix: ['Ask at the last address directly.'],
    before: {
      requests: [{ path: '/me', headers: ['Authorization: Bearer t-4f81'] }],
      preflight: { lines: [anyOrigin, allowHeaders('Authorization')] },
      response: { lines: [anyOrigin], redirects: [redirect('second', { status: 307 })] },
    },
    after: {
      requests: [{ target: 'second', path: '/me', headers: ['Authorization: Bearer t-4f81'] }],
      response: { lines: [anyOrigin] },
    },
    sources: [httpRedirect],
  }),
  cause({
    id: 'too-many-redirects',
    group: 'redirects',
    title: 'Too many redirects',
    also: ['ERR_TOO_MANY_REDIRECTS', 'redirect loop', 'infinite redirect', 'cookie not sent'],
    symptom: 'The request takes long and fails. The server’s log has the same path over and over.',
    wrong: [
      'Each answer redirects once more, often because the server waits for a cookie that never comes. After 20 redirects a browser gives up; this is not about CORS.',
    ],
    fix: [
      'Find out what the server waits for: with `curl -iL`, or on the wire. Let it answer instead of redirecting again.',
    ],
    before: {
      requests: [{ path: '/account' }],
      response: { lines: [thisPage], redirects: Array.from({ length: 21 }, () => redirect('same-site')) },
    },
    after: { response: { lines: [thisPage] } },
    sources: [httpRedirect],
  }),
  cause({
    id: 'redirect-manual',
    group: 'redirects',
    title: 'fetch with redirect: "manual" gives status 0 and no Location',
    also: ['opaqueredirect', 'read the Location header', 'status 0', 'prevent fetch from following redirects'],
    symptom: 'Nothing is blocked. The response has the type `opaqueredirect`, the status 0 and no headers.',
    wrong: [
      "A script may not look into a redirect: its address could tell a secret. `redirect: 'manual'` is meant for service workers, which hand such an answer on unread.",
    ],
    fix: [
      'Let `fetch()` follow and read `response.url`. If the page has to know the address without going there, let the server answer 200 with the address in its body.',
    ],
    before: {
      requests: [{ path: '/go/7', redirect: 'manual' }],
      response: { lines: [thisPage], redirects: [redirect('same-site')] },
    },
    after: { requests: [{ path: '/go/7' }] },
    sources: [
      {
        label: 'Fetch: opaque-redirect filtered response',
        href: 'https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect',
      },
    ],
  }),
];
