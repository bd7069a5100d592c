import { cause } from './cause.ts';
import { allowHeaders, anyOrigin, credentialed, exposeHeaders, fetchStandard, issue, thisPage } from './common.ts';

const safelisted = fetchStandard('CORS-safelisted response-header name', 'cors-safelisted-response-header-name');
const corsFiltered = fetchStandard('CORS filtered response', 'concept-filtered-response-cors');
const opaqueFiltered = fetchStandard('opaque filtered response', 'concept-filtered-response-opaque');

/** Causes in which the answer arrives, and the page is told less than is in it. */
export const readingCauses = [
  cause({
    id: 'header-not-exposed',
    group: 'reading',
    title: 'response.headers.get() is null, though DevTools show the header',
    also: ['Access-Control-Expose-Headers', 'X-Total-Count', 'pagination', 'axios response headers missing', 'Link'],
    symptom: 'The body is there. The header is in the Network panel, and `null` in the script.',
    wrong: [
      'Across origins a page sees only seven plain headers, such as `Content-Type` and `Cache-Control`. Of all others the server has to name those that it may see.',
    ],
    fix: ['Name it in `Access-Control-Expose-Headers`, on the answer itself.'],
    before: {
      requests: [{ path: '/products?page=2' }],
      response: { lines: [thisPage, 'X-Total-Count: 118'] },
    },
    after: { response: { lines: [thisPage, 'X-Total-Count: 118', exposeHeaders('X-Total-Count')] } },
    sources: [safelisted, issue('axios/axios', 7142), issue('axios/axios', 895)],
  }),
  cause({
    id: 'content-disposition-not-exposed',
    group: 'reading',
    title: 'Content-Disposition is null: no file name for the download',
    also: [
      'filename',
      'download',
      'blob',
      'Access-Control-Expose-Headers',
      'attachment',
      'Refused to get unsafe header',
    ],
    symptom: 'The file arrives as a Blob, and its name is missing.',
    wrong: [
      'The name stands in `Content-Disposition`, which a page of another origin may not see unless the server exposes it.',
    ],
    fix: ['Send `Access-Control-Expose-Headers: Content-Disposition`.'],
    before: {
      requests: [{ path: '/export.csv' }],
      response: {
        type: 'text/csv',
        body: 'id,total\n1,3',
        lines: [thisPage, 'Content-Disposition: attachment; filename="orders.csv"'],
      },
    },
    after: {
      response: {
        type: 'text/csv',
        body: 'id,total\n1,3',
        lines: [
          thisPage,
          'Content-Disposition: attachment; filename="orders.csv"',
          exposeHeaders('Content-Disposition'),
        ],
      },
    },
    sources: [safelisted],
  }),
  cause({
    id: 'expose-wildcard-with-credentials',
    group: 'reading',
    title: 'Access-Control-Expose-Headers: * exposes nothing with credentials',
    also: ['wildcard', 'header is null', 'withCredentials', 'expose all headers'],
    symptom: 'All headers can be read, until the page asks with credentials.',
    wrong: ['With credentials `*` is no wildcard here either: it exposes a header that is called `*`.'],
    fix: ['Name the headers.'],
    before: {
      requests: [{ path: '/usage', credentials: 'include' }],
      response: { lines: [thisPage, credentialed, 'X-RateLimit-Remaining: 41', exposeHeaders('*')] },
    },
    after: {
      response: {
        lines: [thisPage, credentialed, 'X-RateLimit-Remaining: 41', exposeHeaders('X-RateLimit-Remaining')],
      },
    },
    sources: [corsFiltered],
  }),
  cause({
    id: 's3-etag-not-exposed',
    group: 'reading',
    title: 'S3 multipart upload: ETag is null',
    also: [
      'AWS',
      'ExposeHeaders',
      'bucket CORS configuration',
      'CompleteMultipartUpload',
      'MinIO',
      'R2',
      'upload part',
    ],
    symptom: 'Each part uploads with 200. Then the upload cannot be completed, because no part has an `ETag`.',
    wrong: ['The `ETag` of each part is in its answer, and the bucket does not expose it.'],
    fix: ['Add `ETag` to `ExposeHeaders` in the bucket’s CORS configuration.'],
    before: {
      requests: [{ path: '/bucket/film.mp4?partNumber=1', method: 'PUT', body: 'part one' }],
      preflight: { lines: [thisPage, 'Access-Control-Allow-Methods: PUT', allowHeaders('Content-Type')] },
      response: { lines: [thisPage, 'ETag: "9b2c"'] },
    },
    after: { response: { lines: [thisPage, 'ETag: "9b2c"', exposeHeaders('ETag')] } },
    sources: [
      safelisted,
      { label: 'Amazon S3: CORS', href: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html' },
    ],
  }),
  cause({
    id: 'exposed-on-preflight-only',
    group: 'reading',
    title: 'Access-Control-Expose-Headers is on the preflight, and the header is still null',
    also: ['OPTIONS', 'header is null', 'wrong answer', 'expose'],
    symptom: 'The header is exposed, one can see it in the answer to `OPTIONS`. The script gets `null`.',
    wrong: [
      'A preflight decides whether the request may be sent. What a page may see of an answer stands in that answer itself.',
    ],
    fix: ['Send `Access-Control-Expose-Headers` with the answer, not with the preflight.'],
    before: {
      requests: [{ path: '/jobs', headers: ['X-Tenant: acme'] }],
      preflight: { lines: [thisPage, allowHeaders('X-Tenant'), exposeHeaders('X-Job-Id')] },
      response: { status: 202, lines: [thisPage, 'X-Job-Id: 77'] },
    },
    after: {
      preflight: { lines: [thisPage, allowHeaders('X-Tenant')] },
      response: { status: 202, lines: [thisPage, 'X-Job-Id: 77', exposeHeaders('X-Job-Id')] },
    },
    sources: [corsFiltered],
  }),
  cause({
    id: 'no-cors-mode',
    group: 'reading',
    title: 'mode: "no-cors" gives an opaque response: status 0 and an empty body',
    also: [
      'opaque',
      'no-cors',
      'response.ok is false',
      'Unexpected end of input',
      'request mode no-cors',
      'disable CORS',
    ],
    symptom:
      'The error is gone. So is the answer: `status` is 0, `ok` is `false`, and `json()` fails at an empty text.',
    wrong: [
      '`no-cors` does not switch CORS off. It tells the browser that the page does not need to read the answer, and so the page gets none of it.',
    ],
    fix: ['Leave `mode` out, and let the server allow the page’s origin.'],
    before: { requests: [{ path: '/news', mode: 'no-cors' }] },
    after: { requests: [{ path: '/news' }], response: { lines: [anyOrigin] } },
    sources: [opaqueFiltered, issue('whatwg/fetch', 1140)],
  }),
  cause({
    id: 'no-cors-drops-headers',
    group: 'reading',
    title: 'no-cors drops headers: JSON arrives as text/plain, without Authorization',
    also: [
      '415 Unsupported Media Type',
      'Content-Type ignored',
      'Authorization not sent',
      'req.body is empty',
      'no-cors',
    ],
    symptom: 'The request arrives, and the server finds neither JSON nor the token.',
    wrong: [
      'In mode `no-cors` a page may send only what a form could. Other headers are left out without an error: `Authorization` is gone, and `Content-Type` is `text/plain`.',
    ],
    fix: ['Leave `mode` out. The server then has to answer the preflight, and list both headers.'],
    before: {
      requests: [
        {
          path: '/comments',
          method: 'POST',
          mode: 'no-cors',
          headers: ['Content-Type: application/json', 'Authorization: Bearer t-4f81'],
          body: '{"text":"hi"}',
        },
      ],
      preflight: { lines: [thisPage, allowHeaders('Content-Type, Authorization')] },
      response: { lines: [thisPage] },
    },
    after: {
      requests: [
        {
          path: '/comments',
          method: 'POST',
          headers: ['Content-Type: application/json', 'Authorization: Bearer t-4f81'],
          body: '{"text":"hi"}',
        },
      ],
    },
    sources: [fetchStandard('no-CORS-safelisted request-header', 'no-cors-safelisted-request-header')],
  }),
];
