import { library } from '../spec.ts';
import { cause } from './cause.ts';
import {
  allowHeaders,
  allowMethods,
  anyOrigin,
  corsCheck,
  exposeHeaders,
  issue,
  mdnError,
  thisPage,
} from './common.ts';

const headerMissing = mdnError('Access-Control-Allow-Origin missing', 'CORSMissingAllowOrigin');

/** Causes in which the server has another trouble, and its error has no CORS headers. */
export const errorCauses = [
  cause({
    id: 'error-500-without-headers',
    group: 'errors',
    title: 'CORS error, but the server answers 500',
    also: ['Internal Server Error', 'exception', 'Django', 'Laravel', 'crash', 'only some requests fail'],
    symptom:
      'Most requests work. One kind of request fails, and the console blames CORS, while the server’s log has an exception.',
    wrong: [
      'The program failed, and its error page was written by something further out than the code that adds the CORS headers. So the page cannot read that the status is 500, and the browser names what it noticed: the missing header.',
    ],
    fix: [
      'Look into the server’s log first: the exception is the real fault. Then let errors carry `Access-Control-Allow-Origin` as well, by adding it in the outermost layer, so that the page can tell what went wrong.',
    ],
    before: {
      requests: [{ method: 'POST', path: '/checkout', body: 'cart=17' }],
      library: library('starlette', { origins: '{page}' }),
      response: { status: 500, body: '{"error":"out of stock"}' },
    },
    after: { library: null, response: { status: 500, body: '{"error":"out of stock"}', lines: [thisPage] } },
    sources: [corsCheck, headerMissing, issue('adamchainz/django-cors-headers', 512)],
  }),
  cause({
    id: 'nginx-add-header-without-always',
    group: 'errors',
    title: 'nginx: CORS headers are missing on 4xx and 5xx',
    also: ['add_header always', 'works on 200 fails on 401', 'location block', 'nginx CORS error codes'],
    symptom: 'With the right password it works. With a wrong one the page gets no 401, but a CORS error.',
    wrong: [
      'nginx adds the lines of `add_header` to answers with a few statuses only, such as 200, 204 and 302. An answer with 401 leaves without them.',
    ],
    fix: [
      'Write `always` at the end of each `add_header`. And repeat all of them in a `location` that has an `add_header` of its own: it inherits none then.',
    ],
    before: {
      requests: [{ method: 'POST', path: '/login', body: 'user=ada' }],
      library: library('nginx', { origins: '{page}' }),
      response: { status: 401, body: '{"error":"wrong password"}' },
    },
    after: { library: null, response: { status: 401, body: '{"error":"wrong password"}', lines: [thisPage] } },
    sources: [
      headerMissing,
      { label: 'nginx: add_header', href: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header' },
    ],
  }),
  cause({
    id: 'bad-gateway-502',
    group: 'errors',
    title: 'CORS error, but the proxy answers 502 Bad Gateway',
    also: ['load balancer', 'ingress', 'upstream', 'server restarts', '503 Service Unavailable', 'Heroku'],
    symptom:
      'Now and then, mostly while a new version is deployed, requests fail with a CORS error and then work again.',
    wrong: [
      'The application did not answer, so the proxy in front of it answered by itself: 502 and a page of its own. The proxy knows nothing of CORS; that is the application’s part.',
    ],
    fix: [
      'Find out why the application does not answer. To let the page see the 502, have the proxy add `Access-Control-Allow-Origin` to its own errors.',
    ],
    before: {
      requests: [{ path: '/reports' }],
      response: { status: 502, type: 'text/html', body: '<h1>502 Bad Gateway</h1>' },
    },
    after: { response: { status: 502, type: 'text/html', body: '<h1>502 Bad Gateway</h1>', lines: [thisPage] } },
    sources: [headerMissing, issue('kubernetes/ingress-nginx', 2134)],
  }),
  cause({
    id: 'gateway-timeout-504',
    group: 'errors',
    title: 'CORS error after 30 or 60 seconds: 504 Gateway Timeout',
    also: ['timeout', 'slow request', 'API Gateway 29 seconds', 'long query', 'proxy_read_timeout'],
    symptom: 'Short requests work. A long one fails each time after the same number of seconds, with a CORS error.',
    wrong: [
      'The proxy waited as long as it is told to, gave up and answered 504 by itself, without the headers that the application would have sent.',
    ],
    fix: [
      'Make the answer come sooner, or start the work, answer at once and let the page ask again. Have the proxy add `Access-Control-Allow-Origin` to its own errors, so that the page sees the 504.',
    ],
    before: {
      requests: [{ path: '/export/2025' }],
      response: { status: 504, type: 'text/html', body: '<h1>504 Gateway Timeout</h1>' },
    },
    after: { response: { status: 504, type: 'text/html', body: '<h1>504 Gateway Timeout</h1>', lines: [thisPage] } },
    sources: [headerMissing],
  }),
  cause({
    id: 'payload-too-large-413',
    group: 'errors',
    title: 'CORS error only when the file is large: 413',
    also: ['upload', 'Payload Too Large', 'Request Entity Too Large', 'client_max_body_size', 'body limit'],
    symptom: 'Small files can be uploaded; from some size on the upload fails with a CORS error.',
    wrong: [
      'The proxy takes bodies up to a size, refused this one with 413 before the application saw it, and added no CORS headers.',
    ],
    fix: [
      'Raise the limit, in nginx `client_max_body_size`, or send smaller parts. Let the 413 carry `Access-Control-Allow-Origin`, so that the page can say what was wrong.',
    ],
    before: {
      requests: [{ method: 'POST', path: '/photos', body: 'a large picture' }],
      response: { status: 413, type: 'text/html', body: '<h1>413 Request Entity Too Large</h1>' },
    },
    after: {
      response: { status: 413, type: 'text/html', body: '<h1>413 Request Entity Too Large</h1>', lines: [thisPage] },
    },
    sources: [
      headerMissing,
      {
        label: 'nginx: client_max_body_size',
        href: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size',
      },
    ],
  }),
  cause({
    id: 'too-many-requests-429',
    group: 'errors',
    title: 'CORS error after many requests: 429 Too Many Requests',
    also: ['rate limit', 'throttle', 'Retry-After', 'quota'],
    symptom:
      'It works, and after a while of typing or reloading every request fails with a CORS error. Later it works again.',
    wrong: [
      'The limiter stands in front of the code that adds the CORS headers. It answers 429 by itself, and the page can read neither the status nor when to come back.',
    ],
    fix: [
      'Put the CORS headers in front of the limiter. Name `Retry-After` in `Access-Control-Expose-Headers`, so that the page knows how long to wait.',
    ],
    before: {
      requests: [{ path: '/suggest?q=pizz' }],
      response: { status: 429, body: '{"error":"slow down"}', lines: ['Retry-After: 30'] },
    },
    after: {
      response: {
        status: 429,
        body: '{"error":"slow down"}',
        lines: ['Retry-After: 30', thisPage, exposeHeaders('Retry-After')],
      },
    },
    sources: [headerMissing],
  }),
  cause({
    id: 'wrong-address-404',
    group: 'errors',
    title: 'CORS error, but the address is wrong: 404',
    also: ['Not Found', 'typo in the URL', 'missing /api prefix', 'wrong base URL', 'one endpoint fails'],
    symptom: 'One address fails with a CORS error, while all others of the same server work.',
    wrong: [
      'There is nothing at this address. The 404 comes from the server itself and not from the application, whose answers alone have the CORS headers.',
    ],
    fix: [
      'Correct the address: here `/api/v1/orders`. Errors for unknown addresses deserve the header too, or the next wrong letter will look like CORS again.',
    ],
    before: {
      requests: [{ path: '/v1/orders' }],
      response: { status: 404, type: 'text/html', body: '<h1>404 Not Found</h1>' },
    },
    after: { requests: [{ path: '/api/v1/orders' }], response: { lines: [thisPage] } },
    sources: [headerMissing],
  }),
  cause({
    id: 'api-gateway-lambda',
    group: 'errors',
    title: 'AWS API Gateway: CORS is enabled, the Lambda’s answer has no header',
    also: ['Lambda proxy integration', 'Enable CORS', 'serverless', 'SAM', 'mock integration'],
    symptom: 'CORS was enabled in the console and the `OPTIONS` is fine. The `POST` still fails.',
    wrong: [
      'The console sets up an answer to `OPTIONS`. With proxy integration the gateway hands on what the function returns as it is, so the function has to return the CORS headers of every other answer.',
    ],
    fix: [
      'Return `Access-Control-Allow-Origin` in the `headers` of what the function returns, of its errors too. With an HTTP API instead of a REST API the gateway itself can add them.',
    ],
    before: {
      requests: [
        {
          method: 'POST',
          path: '/prod/orders',
          headers: ['Content-Type: application/json'],
          body: '{"pizza":2}',
        },
      ],
      preflight: {
        status: 200,
        lines: [
          anyOrigin,
          allowMethods('OPTIONS,POST'),
          allowHeaders('Content-Type,X-Amz-Date,Authorization,X-Api-Key'),
        ],
      },
    },
    after: { response: { lines: [anyOrigin] } },
    sources: [
      headerMissing,
      {
        label: 'API Gateway: CORS for REST APIs',
        href: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
      },
    ],
  }),
  cause({
    id: 'api-gateway-own-errors',
    group: 'errors',
    title: 'AWS API Gateway: 401 and 403 look like CORS errors',
    also: [
      'gateway responses',
      'authorizer',
      'Unauthorized',
      'Missing Authentication Token',
      'expired token',
      'Cognito',
    ],
    symptom:
      'It works after signing in. Once the token has expired every request fails with a CORS error instead of 401.',
    wrong: [
      'The gateway’s authorizer refused the token, and the gateway answered 401 by itself. The function never ran, so its CORS headers are not there.',
    ],
    fix: [
      'Add `Access-Control-Allow-Origin` to the gateway responses `DEFAULT_4XX` and `DEFAULT_5XX`. Then the page reads the 401 and can sign in again.',
    ],
    before: {
      requests: [{ path: '/prod/account', headers: ['Authorization: Bearer expired'] }],
      preflight: { status: 200, lines: [anyOrigin, allowHeaders('Authorization')] },
      response: { status: 401, body: '{"message":"Unauthorized"}' },
    },
    after: { response: { status: 401, body: '{"message":"Unauthorized"}', lines: [anyOrigin] } },
    sources: [
      headerMissing,
      {
        label: 'API Gateway: gateway responses',
        href: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html',
      },
    ],
  }),
];
