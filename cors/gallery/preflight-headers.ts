import { cause } from './cause.ts';
import { allowHeaders, allowMethods, credentialed, fetchStandard, issue, mdnError, thisPage } from './common.ts';

const preflightFetch = fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch');
const unsafeNames = fetchStandard('CORS-unsafe request-header names', 'cors-unsafe-request-header-names');
const headerMissing = mdnError('missing token in Access-Control-Allow-Headers', 'CORSMissingAllowHeaderFromPreflight');
const json = 'Content-Type: application/json';

/** Causes in which a preflight is answered well, and the answer does not list a header of the request. */
export const preflightHeaderCauses = [
  cause({
    id: 'custom-header-not-allowed',
    group: 'preflight',
    title: 'Request header field x-api-key is not allowed by Access-Control-Allow-Headers',
    also: ['custom header', 'API key', 'missing token in Access-Control-Allow-Headers', 'x- header'],
    symptom: 'The request works until the page adds a header of its own.',
    wrong: [
      'A header that a plain form could not send needs the server’s consent. The browser asks for it by name in the preflight, and the answer does not list it.',
    ],
    fix: [
      'List the name in `Access-Control-Allow-Headers`, in the answer to `OPTIONS`. Upper and lower case do not matter.',
    ],
    before: {
      requests: [{ path: '/v1/search', headers: ['X-Api-Key: k-7731'] }],
      preflight: { lines: [thisPage, allowHeaders('Content-Type')] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowHeaders('Content-Type, X-Api-Key')] } },
    sources: [preflightFetch, headerMissing],
  }),
  cause({
    id: 'json-needs-preflight',
    group: 'preflight',
    title: 'POST with JSON fails, a form works: Content-Type is not allowed',
    also: [
      'application/json',
      'content-type is not allowed by Access-Control-Allow-Headers',
      'axios.post',
      'unexpected OPTIONS',
    ],
    symptom: 'The same `POST` passes as a form and fails as JSON. An `OPTIONS` appears that nobody wrote.',
    wrong: [
      'A page may send `Content-Type` freely only with the types of a form: `application/x-www-form-urlencoded`, `multipart/form-data` and `text/plain`. With `application/json` it asks first, and the answer does not list `Content-Type`.',
    ],
    fix: ['List `Content-Type` in `Access-Control-Allow-Headers`, in the answer to `OPTIONS`.'],
    before: {
      requests: [{ path: '/login', method: 'POST', headers: [json], body: '{"name":"ada"}' }],
      preflight: { lines: [thisPage, allowMethods('GET, POST')] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowMethods('GET, POST'), allowHeaders('Content-Type')] } },
    sources: [fetchStandard('CORS-safelisted request-header', 'cors-safelisted-request-header'), headerMissing],
  }),
  cause({
    id: 'authorization-under-wildcard',
    group: 'preflight',
    title: 'Access-Control-Allow-Headers: * does not cover Authorization',
    also: ['wildcard', 'bearer token', 'will disallow reading the remote resource soon', 'Firefox warning'],
    symptom: 'It works today. Firefox prints a warning for each such request; by the standard it should fail.',
    wrong: [
      'The standard exempts `Authorization` from the wildcard: a server has to name it. No browser holds to that yet, and so the request passes everywhere except in the standard.',
    ],
    fix: ['Name it beside the wildcard: `Access-Control-Allow-Headers: *, Authorization`.'],
    before: {
      requests: [{ path: '/v1/models', headers: ['Authorization: Bearer t-4f81'] }],
      preflight: { lines: [thisPage, allowHeaders('*')] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowHeaders('*, Authorization')] } },
    sources: [
      fetchStandard('CORS non-wildcard request-header name', 'cors-non-wildcard-request-header-name'),
      issue('whatwg/fetch', 1919),
      issue('mostlygeek/llama-swap', 81),
    ],
  }),
  cause({
    id: 'wildcard-headers-with-credentials',
    group: 'preflight',
    title: 'Access-Control-Allow-Headers: * does not work with credentials',
    also: ['wildcard', 'x-csrf-token', 'X-XSRF-TOKEN', 'withCredentials', 'all headers'],
    symptom: 'Every header passes, until the page asks with credentials. Then none does.',
    wrong: [
      'With credentials the three lists know no wildcard: `*` is then a header by the name of `*`, which nobody sends.',
    ],
    fix: ['List the names that your page sends.'],
    before: {
      requests: [{ path: '/profile', headers: ['X-CSRF-Token: 9c1f'], credentials: 'include' }],
      preflight: { lines: [thisPage, credentialed, allowHeaders('*')] },
      response: { lines: [thisPage, credentialed] },
    },
    after: { preflight: { lines: [thisPage, credentialed, allowHeaders('X-CSRF-Token')] } },
    sources: [preflightFetch, headerMissing],
  }),
  cause({
    id: 'allow-header-misspelt',
    group: 'preflight',
    title: 'Access-Control-Allow-Header is misspelt: the s is missing',
    also: ['typo', 'singular', 'Access-Control-Allowed-Headers', 'header name wrong'],
    symptom: 'The header is there, with the right name in it.',
    wrong: [
      'The header is called `Access-Control-Allow-Headers`. Browsers do not look at one by another name, and say nothing about it.',
    ],
    fix: ['Mend the name.'],
    before: {
      requests: [{ path: '/v2/status', headers: ['X-Client-Version: 8.1'] }],
      preflight: { lines: [thisPage, 'Access-Control-Allow-Header: X-Client-Version'] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowHeaders('X-Client-Version')] } },
    sources: [preflightFetch, headerMissing],
  }),
  cause({
    id: 'allow-headers-printed-as-array',
    group: 'preflight',
    title: 'Cannot parse Access-Control-Allow-Headers: quotes and brackets in the list',
    also: [
      'invalid token',
      'invalid value',
      'Python list',
      'JSON array',
      'str(list)',
      'quotation marks',
      'malformed list',
    ],
    symptom: 'Every name is there, in quotes and brackets.',
    wrong: [
      'A list of the program was turned into text as the language prints it. In the header, names stand bare and are separated by commas; a quote or a bracket makes the whole header void.',
    ],
    fix: ['Join the names by commas: `", ".join(names)`.'],
    before: {
      requests: [{ path: '/v1/upload-url', headers: ['X-Upload-Id: 5'] }],
      preflight: { lines: [thisPage, allowHeaders('["Content-Type", "X-Upload-Id"]')] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowHeaders('Content-Type, X-Upload-Id')] } },
    sources: [preflightFetch, mdnError('invalid token in Access-Control-Allow-Headers', 'CORSInvalidAllowHeader')],
  }),
  cause({
    id: 'tracing-headers',
    group: 'preflight',
    title: 'Request header field sentry-trace is not allowed: tracing adds headers',
    also: ['baggage', 'traceparent', 'OpenTelemetry', 'Sentry', 'Datadog', 'tracePropagationTargets', 'newrelic'],
    symptom: 'Nothing was changed in the code that asks. Since monitoring was added, calls to another API fail.',
    wrong: [
      'The monitoring library puts headers of its own on every request, so that its traces hang together. Each such request now has a preflight, and this API does not know the headers.',
    ],
    fix: [
      'If the API is yours, list them in `Access-Control-Allow-Headers`. If not, tell the library which addresses may get them (Sentry calls it `tracePropagationTargets`).',
    ],
    before: {
      requests: [{ path: '/weather', headers: ['sentry-trace: 3d1b-9f', 'baggage: sentry-release=2.4'] }],
      preflight: { lines: [thisPage, allowHeaders('Content-Type, Authorization')] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowHeaders('Content-Type, Authorization, sentry-trace, baggage')] } },
    sources: [unsafeNames, issue('getsentry/sentry-javascript', 6077)],
  }),
  cause({
    id: 'no-cache-request-header',
    group: 'preflight',
    title: 'Request header field cache-control is not allowed',
    also: ['Cache-Control: no-cache', 'Pragma', 'Expires', 'axios no cache', 'disable cache'],
    symptom: 'To get fresh data, the page sends `Cache-Control: no-cache`. Now it gets none.',
    wrong: [
      'On a request `Cache-Control` is a header like any other that a page adds: the browser asks for consent first, and the server does not list it.',
    ],
    fix: ['Leave the header out and say `cache: "no-store"` to `fetch()`, which needs no consent. Or list it.'],
    before: {
      requests: [{ path: '/prices', headers: ['Cache-Control: no-cache'] }],
      preflight: { lines: [thisPage, allowHeaders('Content-Type')] },
      response: { lines: [thisPage] },
    },
    after: { requests: [{ path: '/prices', cache: 'no-store' }] },
    sources: [unsafeNames, headerMissing],
  }),
  cause({
    id: 'range-header',
    group: 'preflight',
    title: 'Request header field range is not allowed: a Range from the end',
    also: [
      'partial content',
      '206',
      'bytes=-500',
      'PDF.js',
      'video',
      'DuckDB',
      'Cloud Optimized GeoTIFF',
      'zip in the browser',
    ],
    symptom: 'Reading the first bytes of a file works. Reading its last bytes fails.',
    wrong: [
      'A plain range such as `bytes=0-499` may be sent without asking. One without a beginning, such as `bytes=-500`, may not: it needs a preflight, and the server does not list `Range`.',
    ],
    fix: ['List `Range` in `Access-Control-Allow-Headers`, or ask for the size first and then for a plain range.'],
    before: {
      requests: [{ path: '/files/map.tif', headers: ['Range: bytes=-500'] }],
      preflight: { lines: [thisPage, allowMethods('GET, HEAD')] },
      response: { status: 206, type: 'image/tiff', lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowMethods('GET, HEAD'), allowHeaders('Range')] } },
    sources: [fetchStandard('CORS-safelisted request-header', 'cors-safelisted-request-header')],
  }),
];
