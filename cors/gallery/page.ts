import { cause } from './cause.ts';
import { allowMethods, anyOrigin, fetchStandard, issue, mdnError, thisPage } from './common.ts';

const unsafeNames = fetchStandard('CORS-unsafe request-header names', 'cors-unsafe-request-header-names');
const headerMissing = mdnError('missing token in Access-Control-Allow-Headers', 'CORSMissingAllowHeaderFromPreflight');

/** Causes that the page mends by itself. */
export const pageCauses = [
  cause({
    id: 'allow-origin-on-request',
    group: 'page',
    title: 'Access-Control-Allow-Origin set on the request',
    also: [
      'axios headers',
      'axios.defaults.headers',
      'request header field access-control-allow-origin is not allowed',
      'front end',
      'client side CORS headers',
    ],
    symptom:
      'The page sends the CORS header itself, as many answers in forums have it. Now there is a preflight, and that fails.',
    wrong: [
      'It is a header for answers: with it a server gives consent. On a request it allows nothing, and is one more header that the server would have to list.',
    ],
    fix: ['Take it out of the page’s code. The server sends it.'],
    before: {
      requests: [{ path: '/posts', headers: ['Access-Control-Allow-Origin: *'] }],
      preflight: { lines: [anyOrigin] },
      response: { lines: [anyOrigin] },
    },
    after: { requests: [{ path: '/posts' }] },
    sources: [unsafeNames, issue('axios/axios', 3753), issue('pagekit/vue-resource', 550)],
  }),
  cause({
    id: 'lower-case-patch',
    group: 'page',
    title: 'Method patch is not allowed: write PATCH in upper case',
    also: ['lowercase method', 'case-sensitive', 'fetch method patch', 'PATCH works in Postman'],
    symptom:
      '`fetch(url, { method: "patch" })` is refused although the server lists `PATCH`. With `put` and `delete` lower case does no harm.',
    wrong: [
      '`fetch()` writes `delete`, `get`, `head`, `options`, `post` and `put` in upper case by itself, and leaves every other method as it is. `patch` is not `PATCH`.',
    ],
    fix: ['Write `PATCH`.'],
    before: {
      requests: [{ path: '/users/8', method: 'patch', body: 'name=ada' }],
      preflight: { lines: [thisPage, allowMethods('GET, PATCH, DELETE')] },
      response: { lines: [thisPage] },
    },
    after: { requests: [{ path: '/users/8', method: 'PATCH', body: 'name=ada' }] },
    sources: [
      fetchStandard('normalize a method', 'concept-method-normalize'),
      issue('JakeChampion/fetch', 254),
      issue('axios/axios', 26),
    ],
  }),
  cause({
    id: 'upload-listener',
    group: 'page',
    title: 'Upload progress makes a simple POST preflighted',
    also: ['xhr.upload', 'onprogress', 'onUploadProgress', 'unexpected OPTIONS', 'progress bar', 'Dropzone'],
    symptom: 'The upload works. With a progress bar it fails, and an `OPTIONS` appears in the log.',
    wrong: [
      'A listener on `xhr.upload` would tell the page how a server takes its data, even one that never heard of CORS. So the browser asks first, and this server has no answer to `OPTIONS`.',
    ],
    fix: ['Answer `OPTIONS` for this address. Or take the listener away.'],
    before: {
      requests: [
        {
          api: 'xhr',
          path: '/upload',
          method: 'POST',
          body: { type: 'multipart', text: 'file=photo', mime: '' },
          uploadListener: true,
        },
      ],
      preflight: { status: 501, type: 'text/plain', body: 'Unsupported method (OPTIONS)' },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage] } },
    sources: [
      { label: 'XMLHttpRequest: send()', href: 'https://xhr.spec.whatwg.org/#the-send()-method' },
      issue('firefox-devtools/profiler-server', 40),
    ],
  }),
  cause({
    id: 'x-requested-with',
    group: 'page',
    title: 'Request header field x-requested-with is not allowed',
    also: ['jQuery', 'XMLHttpRequest', 'Angular', 'Rails', 'Laravel', 'bootstrap.js axios defaults'],
    symptom: 'One API works from Postman and from a small test page, and never from the application.',
    wrong: [
      'A framework adds `X-Requested-With` to every request. It is meant for the application’s own server; a server elsewhere would have to list it.',
    ],
    fix: ['Do not send it to other origins, such as by a separate client for them. Or list it on the server.'],
    before: {
      requests: [{ path: '/geocode', headers: ['X-Requested-With: XMLHttpRequest'] }],
      preflight: { lines: [anyOrigin] },
      response: { lines: [anyOrigin] },
    },
    after: { requests: [{ path: '/geocode' }] },
    sources: [unsafeNames, headerMissing],
  }),
  cause({
    id: 'content-type-on-get',
    group: 'page',
    title: 'GET with Content-Type: application/json causes a preflight',
    also: [
      'default headers',
      'content-type on GET',
      'request has no body',
      'unexpected OPTIONS',
      'axios.create headers',
    ],
    symptom: 'A `GET` that has no body fails for its `Content-Type`. The very address opens in a tab.',
    wrong: [
      'The client sets `Content-Type: application/json` on all that it sends. A `GET` has no content whose type there would be, yet the header alone makes the browser ask first.',
    ],
    fix: ['Set `Content-Type` only where there is a body.'],
    before: {
      requests: [{ path: '/countries', headers: ['Content-Type: application/json'] }],
      preflight: { status: 403, type: 'text/plain', body: 'Invalid CORS request' },
      response: { lines: [anyOrigin] },
    },
    after: { requests: [{ path: '/countries' }] },
    sources: [fetchStandard('CORS-safelisted request-header', 'cors-safelisted-request-header')],
  }),
  cause({
    id: 'same-origin-mode',
    group: 'page',
    title: 'Request mode is "same-origin" but the URL’s origin is not same',
    also: ['mode: same-origin', 'may not load data from', 'fetch options', 'CSRF protection'],
    symptom: 'The request fails before anything is sent: neither the network panel nor the server has it.',
    wrong: ['`mode: "same-origin"` forbids requests to other origins, and this is one.'],
    fix: ['Leave `mode` out: `cors` is the default. If no other origin is meant to be asked, the address is wrong.'],
    before: { requests: [{ path: '/feed', mode: 'same-origin' }], response: { lines: [thisPage] } },
    after: { requests: [{ path: '/feed' }] },
    sources: [fetchStandard('request mode', 'concept-request-mode')],
  }),
  cause({
    id: 'body-with-get',
    group: 'page',
    title: 'Request with GET/HEAD method cannot have body',
    also: ['GET with body', 'Elasticsearch', 'TypeError', 'Failed to execute fetch on Window'],
    symptom: 'The call throws at once. `curl -X GET -d …` does the same without complaint.',
    wrong: ['`fetch()` takes no body with `GET` or `HEAD`. This is not CORS: nothing has been sent.'],
    fix: ['Put the parameters into the URL, or use `POST`.'],
    before: { requests: [{ path: '/_search', body: 'q=shoes' }], response: { lines: [thisPage] } },
    after: { requests: [{ path: '/_search', method: 'POST', body: 'q=shoes' }] },
    sources: [fetchStandard('Request constructor', 'dom-request')],
  }),
];
