import { library } from '../spec.ts';
import { cause } from './cause.ts';
import {
  allowHeaders,
  allowMethods,
  anyOrigin,
  corsCheck,
  credentialed,
  fetchStandard,
  issue,
  mdnError,
  thisPage,
} from './common.ts';

const withCredentials = fetchStandard('CORS protocol and credentials', 'cors-protocol-and-credentials');
const wildcard = mdnError('Credential is not supported if the header is *', 'CORSNotSupportingCredentials');
const wantsTrue = mdnError('expected true in Access-Control-Allow-Credentials', 'CORSMissingAllowCredentials');
const include = 'include';

/** Causes in which a request with credentials is refused. */
export const credentialsCauses = [
  cause({
    id: 'wildcard-with-credentials',
    group: 'credentials',
    title: 'Access-Control-Allow-Origin: * does not work with credentials',
    also: ['must not be the wildcard', 'credentials include', 'credential is not supported', 'fetch with cookies'],
    symptom: 'It worked until the page said `credentials: "include"`.',
    wrong: [
      '`*` means: anybody may read this, because it is the same for everybody. With cookies it is not, so for a request with credentials the wildcard counts as no permission.',
    ],
    fix: [
      'Compare the request’s `Origin` with a list, and send that very origin back, with `Access-Control-Allow-Credentials: true` and `Vary: Origin`. If the page needs no cookies, leave `credentials` out.',
    ],
    before: {
      requests: [{ path: '/cart', credentials: include }],
      response: { lines: [anyOrigin, credentialed] },
    },
    after: { response: { lines: ['Access-Control-Allow-Origin: {origin in {page}}', credentialed, 'Vary: Origin'] } },
    sources: [withCredentials, wildcard, issue('apereo/cas', 5028)],
  }),
  cause({
    id: 'xhr-with-credentials-wildcard',
    group: 'credentials',
    title: 'XMLHttpRequest withCredentials and Access-Control-Allow-Origin: *',
    also: [
      'axios withCredentials: true',
      'jQuery xhrFields',
      'Angular HttpClient withCredentials',
      'SockJS',
      'socket.io',
    ],
    symptom: 'The message speaks of the `withCredentials` attribute.',
    wrong: [
      '`withCredentials = true` is what `credentials: "include"` is for `fetch()`. The answer allows `*`, which counts for nothing then.',
    ],
    fix: ['Name the page’s origin instead of `*`, or take `withCredentials` away where no cookie is needed.'],
    before: {
      requests: [{ api: 'xhr', path: '/socket.io/info', credentials: include }],
      response: { lines: [anyOrigin, credentialed] },
    },
    after: { response: { lines: [thisPage, credentialed, 'Vary: Origin'] } },
    sources: [
      { label: 'XMLHttpRequest: withCredentials', href: 'https://xhr.spec.whatwg.org/#the-withcredentials-attribute' },
      wildcard,
    ],
  }),
  cause({
    id: 'allow-credentials-missing',
    group: 'credentials',
    title: 'Access-Control-Allow-Credentials is missing',
    also: ["header in the response is '' which must be 'true'", 'expected true', 'credentials flag is true', 'cookies'],
    symptom: 'The origin is allowed by name, and the answer is blocked all the same.',
    wrong: [
      'The page asks with credentials. That needs a second permission besides the origin, and the answer does not give it.',
    ],
    fix: ['Send `Access-Control-Allow-Credentials: true` too.'],
    before: { requests: [{ path: '/me', credentials: include }], response: { lines: [thisPage] } },
    after: { response: { lines: [thisPage, credentialed] } },
    sources: [corsCheck, wantsTrue],
  }),
  cause({
    id: 'allow-credentials-capital-true',
    group: 'credentials',
    title: 'Access-Control-Allow-Credentials: True is not true',
    also: ['capital letter', 'Python bool', '1', 'yes', 'must be true', 'case-sensitive'],
    symptom: 'The header is there, and the browser says that it must be `true`.',
    wrong: ['Its only valid value is `true`, in lower case. `True`, `TRUE`, `1` and `yes` mean nothing.'],
    fix: ['Send `true`, all in lower case.'],
    before: {
      requests: [{ path: '/favourites', credentials: include }],
      response: { lines: [thisPage, 'Access-Control-Allow-Credentials: True'] },
    },
    after: { response: { lines: [thisPage, credentialed] } },
    sources: [corsCheck, wantsTrue],
  }),
  cause({
    id: 'allow-credentials-not-on-preflight',
    group: 'credentials',
    title: 'Access-Control-Allow-Credentials is missing from the preflight',
    also: ['OPTIONS', 'PF', 'must be true', 'only on the response'],
    symptom: '`GET` with cookies works. `DELETE` with cookies fails at its preflight.',
    wrong: [
      'The preflight itself carries no cookies. Yet it asks for a request that will, and so its answer has to allow credentials as well.',
    ],
    fix: ['Send `Access-Control-Allow-Credentials: true` on both answers.'],
    before: {
      requests: [{ path: '/cart/3', method: 'DELETE', credentials: include }],
      preflight: { lines: [thisPage, allowMethods('DELETE')] },
      response: { lines: [thisPage, credentialed] },
    },
    after: { preflight: { lines: [thisPage, credentialed, allowMethods('DELETE')] } },
    sources: [withCredentials, wantsTrue],
  }),
  cause({
    id: 'wildcard-preflight-with-credentials',
    group: 'credentials',
    title: 'The preflight allows *, and the request has credentials',
    also: ['must not be the wildcard', 'OPTIONS', 'API Gateway', 'serverless', 'AllowAnyOrigin AllowCredentials'],
    symptom: 'The application names the origin. Something in front of it answers `OPTIONS`, and says `*`.',
    wrong: [
      'Two places answer: a gateway the preflights, the application the rest. The gateway’s `*` does not allow a request with credentials, so the application is never asked.',
    ],
    fix: ['Let one place do it, or give the gateway the same list of origins.'],
    before: {
      requests: [
        {
          path: '/api/notes',
          method: 'POST',
          headers: ['Content-Type: application/json'],
          body: '{}',
          credentials: include,
        },
      ],
      preflight: { status: 200, lines: [anyOrigin, allowHeaders('Content-Type')] },
      response: { lines: [thisPage, credentialed] },
    },
    after: { preflight: { status: 200, lines: [thisPage, credentialed, allowHeaders('Content-Type')] } },
    sources: [withCredentials, wildcard],
  }),
  cause({
    id: 'starlette-wildcard-until-cookie',
    group: 'credentials',
    title: 'FastAPI allow_origins=["*"] with allow_credentials: fails once, then works',
    also: ['Starlette', 'CORSMiddleware', 'Python', 'intermittent', 'works after reload', 'works after login'],
    symptom: 'In a fresh browser the first call is blocked. After a reload everything works, and nobody knows why.',
    wrong: [
      'With `*` and credentials, this middleware answers `*` to a request without a cookie, and the origin’s own name to one that has a cookie. The first answer is blocked; yet the browser keeps the cookie that came with it, and so the second one passes.',
      'That it passes is no comfort: any origin’s name is sent back, and every site may read what the cookie opens.',
    ],
    fix: ['List the origins: `allow_origins=["https://app.shop.example"]`.'],
    before: {
      requests: [
        { path: '/session', credentials: include },
        { path: '/session', credentials: include },
      ],
      response: { cookies: [{ name: 'session', value: '1', sameSite: 'Lax', secure: false, httpOnly: true }] },
      library: library('starlette', { origins: '*', credentials: true }),
    },
    after: { library: library('starlette', { origins: '{page}', credentials: true }) },
    sources: [withCredentials, { label: 'FastAPI: CORS', href: 'https://fastapi.tiangolo.com/tutorial/cors/' }],
  }),
  cause({
    id: 'event-source-with-credentials',
    group: 'credentials',
    title: 'EventSource withCredentials and Access-Control-Allow-Origin: *',
    also: ['server-sent events', 'SSE', 'text/event-stream', 'can’t establish a connection to the server'],
    symptom: 'The stream opens without cookies. With `withCredentials` it ends in an error at once.',
    wrong: [
      'An `EventSource` follows the same rules as `fetch()`: with credentials the answer must name the origin, and allow credentials.',
    ],
    fix: ['Send the page’s origin and `Access-Control-Allow-Credentials: true` with the stream.'],
    before: {
      requests: [{ api: 'event-source', path: '/events', credentials: include }],
      response: { type: 'text/event-stream', body: 'data: hello\n\n', lines: [anyOrigin] },
    },
    after: { response: { type: 'text/event-stream', body: 'data: hello\n\n', lines: [thisPage, credentialed] } },
    sources: [
      {
        label: 'HTML: server-sent events',
        href: 'https://html.spec.whatwg.org/multipage/server-sent-events.html#dom-eventsource',
      },
      wildcard,
    ],
  }),
  cause({
    id: 'beacon-with-json',
    group: 'credentials',
    title: 'sendBeacon with JSON is never sent',
    also: ['navigator.sendBeacon', 'analytics', 'beforeunload', 'pagehide', 'Blob application/json'],
    symptom: '`sendBeacon()` returns `true`, and nothing reaches the server but an `OPTIONS`.',
    wrong: [
      'A beacon always carries credentials. As a Blob of type `application/json` it also has a preflight, and `*` in its answer does not allow a request with credentials.',
    ],
    fix: [
      'Name the origin, allow credentials and list `Content-Type`. Or send plain text, which needs no preflight: the server parses it all the same.',
    ],
    before: {
      requests: [
        { api: 'beacon', path: '/collect', body: { type: 'blob', text: '{"left":true}', mime: 'application/json' } },
      ],
      preflight: { lines: [anyOrigin, allowHeaders('Content-Type')] },
      response: { lines: [anyOrigin] },
    },
    after: {
      preflight: { lines: [thisPage, credentialed, allowHeaders('Content-Type')] },
      response: { lines: [thisPage, credentialed] },
    },
    sources: [
      { label: 'Beacon: sendBeacon()', href: 'https://w3c.github.io/beacon/#sendbeacon-method' },
      withCredentials,
    ],
  }),
];
