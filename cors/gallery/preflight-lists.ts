import { cause } from './cause.ts';
import { allowHeaders, allowMethods, credentialed, fetchStandard, issue, mdnError, thisPage } from './common.ts';

const preflightFetch = fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch');
const unsafeNames = fetchStandard('CORS-unsafe request-header names', 'cors-unsafe-request-header-names');
const headerMissing = mdnError('missing token in Access-Control-Allow-Headers', 'CORSMissingAllowHeaderFromPreflight');
const methodMissing = mdnError('Did not find method in Access-Control-Allow-Methods', 'CORSMethodNotFound');
const json = 'Content-Type: application/json';

/** Causes in which a preflight passes, and does not list what the request needs. */
export const preflightListCauses = [
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
    id: 'wildcard-methods-with-credentials',
    group: 'preflight',
    title: 'Access-Control-Allow-Methods: * does not work with credentials',
    also: ['wildcard', 'method PUT is not allowed', 'withCredentials', 'all methods'],
    symptom: '`PUT` passes without cookies. With them the browser says that the method is not allowed.',
    wrong: ['With credentials `*` is no wildcard. It stands for a method that is called `*`.'],
    fix: ['List the methods: `Access-Control-Allow-Methods: GET, PUT`.'],
    before: {
      requests: [{ path: '/settings', method: 'PUT', body: 'theme=dark', credentials: 'include' }],
      preflight: { lines: [thisPage, credentialed, allowMethods('*')] },
      response: { lines: [thisPage, credentialed] },
    },
    after: { preflight: { lines: [thisPage, credentialed, allowMethods('GET, PUT')] } },
    sources: [preflightFetch, methodMissing],
  }),
  cause({
    id: 'method-not-allowed',
    group: 'preflight',
    title: 'Method DELETE is not allowed by Access-Control-Allow-Methods',
    also: ['PUT', 'DELETE', 'did not find method', 'REST'],
    symptom: '`GET` and `POST` work. `DELETE` does not, and the preflight looks fine: 204, with CORS headers.',
    wrong: [
      'The answer lists the methods that are allowed, and this one is not among them. `GET`, `HEAD` and `POST` pass without being listed, so the gap shows only now.',
    ],
    fix: ['Add it to `Access-Control-Allow-Methods`, in the answer to `OPTIONS`.'],
    before: {
      requests: [{ path: '/orders/42', method: 'DELETE' }],
      preflight: { lines: [thisPage, allowMethods('GET, POST')] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowMethods('GET, POST, DELETE')] } },
    sources: [preflightFetch, methodMissing],
  }),
  cause({
    id: 'allow-methods-lower-case',
    group: 'preflight',
    title: 'Access-Control-Allow-Methods: put, in lower case',
    also: ['methods are case-sensitive', 'method PUT is not allowed', 'get, post, put, delete'],
    symptom: 'The method is listed, one can see it in the answer, and the browser does not find it.',
    wrong: ['Methods are compared letter by letter, unlike header names: `put` does not allow `PUT`.'],
    fix: ['Write the list in upper case.'],
    before: {
      requests: [{ path: '/orders/42', method: 'PUT', body: 'paid=yes' }],
      preflight: { lines: [thisPage, allowMethods('get, post, put, delete')] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowMethods('GET, POST, PUT, DELETE')] } },
    sources: [fetchStandard('methods', 'concept-method'), methodMissing],
  }),
  cause({
    id: 'allow-method-misspelt',
    group: 'preflight',
    title: 'Access-Control-Allow-Method is misspelt: the s is missing',
    also: ['typo', 'singular', 'Allow-Methods', 'header name wrong'],
    symptom: 'The header is there, with the right method in it.',
    wrong: [
      'The header is called `Access-Control-Allow-Methods`. Browsers do not look at one by another name, and say nothing about it.',
    ],
    fix: ['Mend the name.'],
    before: {
      requests: [{ path: '/orders/42/note', method: 'PUT', body: 'ring twice' }],
      preflight: { lines: [thisPage, 'Access-Control-Allow-Method: GET, PUT'] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowMethods('GET, PUT')] } },
    sources: [preflightFetch, methodMissing],
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
    id: 'allow-methods-separated-by-semicolons',
    group: 'preflight',
    title: 'Cannot parse Access-Control-Allow-Methods: semicolons in the list',
    also: ['invalid token', 'invalid value', 'separator', 'malformed list'],
    symptom: 'The browser calls the header invalid, or finds no method in it.',
    wrong: [
      'The elements of the list are separated by commas. With semicolons it is no list at all, and allows nothing.',
    ],
    fix: ['Separate the methods by commas.'],
    before: {
      requests: [{ path: '/invoices/9', method: 'PATCH', body: 'state=sent' }],
      preflight: { lines: [thisPage, allowMethods('GET; POST; PATCH')] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowMethods('GET, POST, PATCH')] } },
    sources: [preflightFetch, mdnError('invalid token in Access-Control-Allow-Methods', 'CORSInvalidAllowMethod')],
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
  cause({
    id: 's3-presigned-put',
    group: 'preflight',
    title: 'S3 presigned PUT: the preflight answers 403',
    also: [
      'AWS',
      'bucket CORS configuration',
      'AllowedMethods',
      'AllowedHeaders',
      'presigned URL',
      'MinIO',
      'R2',
      'upload',
    ],
    symptom:
      '`curl` uploads with the presigned URL. In the browser an `OPTIONS` gets 403, “CORSResponse: This CORS request is not allowed”.',
    wrong: [
      'An upload from a page is a `PUT` with a `Content-Type`, so it has a preflight. The bucket answers it by its own CORS configuration, which does not have this origin together with this method and this header. Then it sends no CORS headers at all.',
    ],
    fix: [
      'In the bucket’s CORS configuration, name your origin in `AllowedOrigins`, `PUT` in `AllowedMethods` and `Content-Type` in `AllowedHeaders`.',
    ],
    before: {
      requests: [
        {
          path: '/bucket/photo.jpg?X-Amz-Signature=ab12',
          method: 'PUT',
          headers: ['Content-Type: image/jpeg'],
          body: 'JPEG',
        },
      ],
      preflight: { status: 403, type: 'application/xml', body: '<Error><Code>AccessForbidden</Code></Error>' },
      response: { lines: [thisPage] },
    },
    after: { preflight: { status: 200, lines: [thisPage, allowMethods('PUT'), allowHeaders('content-type')] } },
    sources: [
      issue('boto/boto3', 1149),
      {
        label: 'Amazon S3: CORS',
        href: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html',
      },
    ],
  }),
];
