import { library, redirect } from '../spec.ts';
import { cause } from './cause.ts';
import { allowHeaders, allowMethods, fetchStandard, issue, mdnError, thisPage } from './common.ts';

const preflightFetch = fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch');
const notOk = mdnError('CORS preflight response did not succeed', 'CORSPreflightDidNotSucceed');
const json = 'Content-Type: application/json';

/** Causes in which the answer to a preflight is refused whole, so that the request is never sent. */
export const preflightCauses = [
  cause({
    id: 'preflight-answers-401',
    group: 'preflight',
    title: 'Preflight answers 401',
    also: [
      'OPTIONS 401 Unauthorized',
      'authentication middleware',
      'JWT',
      'bearer token',
      'it does not have HTTP ok status',
    ],
    symptom:
      'Every request that needs a preflight fails; the server’s log has an `OPTIONS` with 401 and nothing after it.',
    wrong: [
      'The server asks for a login before it answers the preflight. A preflight never carries credentials: no cookie, no `Authorization`. So it can never pass, and the request itself is not sent.',
    ],
    fix: ['Answer `OPTIONS` before anything that checks who is asking: the CORS middleware goes first.'],
    before: {
      requests: [{ path: '/account', headers: ['Authorization: Bearer t-4f81'] }],
      preflight: { status: 401, lines: [thisPage, allowHeaders('Authorization')] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowHeaders('Authorization')] } },
    sources: [preflightFetch, notOk, issue('corydolphin/flask-cors', 170)],
  }),
  cause({
    id: 'cors-after-authentication',
    group: 'preflight',
    title: 'CORS middleware after authentication',
    also: [
      'middleware order',
      'app.use(cors()) order',
      'UseCors before UseAuthentication',
      'Spring Security',
      'passport',
    ],
    symptom:
      'CORS is configured, and `GET` without headers works; as soon as the page sends `Authorization`, no CORS header is there at all.',
    wrong: [
      'The authentication middleware runs first. It answers the preflight with 401 by itself, because a preflight carries no `Authorization`, and the CORS middleware behind it is never asked. So this answer has no CORS headers.',
    ],
    fix: [
      'Register the CORS middleware before authentication, routing and error handling, so that it sees every request and every answer.',
    ],
    before: {
      requests: [{ path: '/me', headers: ['Authorization: Bearer t-4f81'] }],
      preflight: { status: 401, type: 'application/json', body: '{"error":"missing token"}' },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowHeaders('Authorization')] } },
    sources: [preflightFetch, issue('auth0/node-oauth2-jwt-bearer', 44), issue('dotnet/AspNetCore.Docs', 17862)],
  }),
  cause({
    id: 'preflight-answers-404',
    group: 'preflight',
    title: 'Preflight answers 404',
    also: ['OPTIONS not found', 'no route for OPTIONS', 'Cannot OPTIONS', 'router', 'gorilla/mux', 'Go ServeMux'],
    symptom: '`GET` works. `PUT` fails, and the server’s log has an `OPTIONS` with 404.',
    wrong: [
      'The route is there for `PUT` alone. To the server `OPTIONS` is another method, and it has nothing for it at this address: its own page for “not found” answers, without any CORS header.',
    ],
    fix: [
      'Let the CORS middleware answer `OPTIONS` before the router is asked, or add a route for `OPTIONS` beside each other one.',
    ],
    before: {
      requests: [{ path: '/orders/42', method: 'PUT', body: 'paid=yes' }],
      preflight: { status: 404, type: 'text/plain', body: '404 page not found' },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowMethods('PUT')] } },
    sources: [preflightFetch, issue('gorilla/mux', 381), issue('bcosca/fatfree', 1242)],
  }),
  cause({
    id: 'preflight-answers-405',
    group: 'preflight',
    title: 'Preflight answers 405 Method Not Allowed',
    also: ['OPTIONS 405', 'OPTIONS method not supported', 'IIS', 'WebDAV', 'allow header'],
    symptom: 'The CORS headers are there, even on the preflight. The browser refuses it all the same.',
    wrong: [
      'The headers are added to every answer, and `OPTIONS` itself is turned away with 405. A preflight passes only with a status from 200 to 299: the headers of any other answer are of no use.',
    ],
    fix: ['Answer `OPTIONS` with 204 (or 200) and the same headers.'],
    before: {
      requests: [{ path: '/orders/42', method: 'DELETE' }],
      preflight: { status: 405, lines: ['Allow: GET, DELETE', thisPage, allowMethods('GET, DELETE')] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowMethods('GET, DELETE')] } },
    sources: [preflightFetch, notOk],
  }),
  cause({
    id: 'preflight-answers-400-fastapi',
    group: 'preflight',
    title: 'Preflight answers 400 Bad Request (FastAPI)',
    also: ['Starlette', 'CORSMiddleware', 'Disallowed CORS method', 'OPTIONS 400', 'Python'],
    symptom:
      'The log has `OPTIONS /items/7 400 Bad Request`. The browser complains about the status, not about a method.',
    wrong: [
      'The middleware of Starlette and FastAPI allows only `GET` until it is told otherwise. It answers any preflight that it does not like with 400, and says why in a body (`Disallowed CORS method`) that no page can read.',
    ],
    fix: [
      'Name the methods: `allow_methods=["GET", "PATCH"]`. With an unlisted header it is the same, in `allow_headers`.',
    ],
    before: {
      requests: [{ path: '/items/7', method: 'PATCH', body: 'price=3' }],
      library: library('starlette', { origins: '{page}' }),
    },
    after: {
      library: library('starlette', { origins: '{page}', methods: 'GET, PATCH' }),
    },
    sources: [preflightFetch, { label: 'FastAPI: CORS', href: 'https://fastapi.tiangolo.com/tutorial/cors/' }],
  }),
  cause({
    id: 'preflight-answers-500',
    group: 'preflight',
    title: 'Preflight answers 500 Internal Server Error',
    also: ['OPTIONS 500', 'JSON.parse of an empty body', 'handler runs for OPTIONS', 'serverless function', 'Lambda'],
    symptom: 'The function’s log shows an error for a request that has no body, and that nobody wrote code for.',
    wrong: [
      'One function handles every method. For the preflight it reads a body that `OPTIONS` does not have, and fails before it comes to the CORS headers.',
    ],
    fix: ['Look at the method first, and answer `OPTIONS` with 204 and the CORS headers before anything else is done.'],
    before: {
      requests: [{ path: '/signup', method: 'POST', headers: [json], body: '{"mail":"ada@shop.example"}' }],
      preflight: { status: 500, type: 'application/json', body: '{"message":"Internal server error"}' },
      response: { status: 201, lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowHeaders('Content-Type')] } },
    sources: [preflightFetch, notOk],
  }),
  cause({
    id: 'firewall-blocks-options',
    group: 'preflight',
    title: 'Preflight answers 403: a firewall blocks OPTIONS',
    also: ['WAF', 'Cloudflare', 'ModSecurity', 'web application firewall', 'OPTIONS forbidden', 'Azure Front Door'],
    symptom:
      'It works on your machine. In production the preflight gets a 403 page that your application did not write, and your application’s log has no `OPTIONS`.',
    wrong: [
      'Something in front of your application, such as a web application firewall, lets only the usual methods pass. It answers the preflight itself.',
    ],
    fix: [
      'Let `OPTIONS` through to the application, which then answers it; or let the firewall answer it with the CORS headers.',
    ],
    before: {
      requests: [{ path: '/checkout', method: 'POST', headers: [json], body: '{"cart":42}' }],
      preflight: { status: 403, type: 'text/html', body: '<h1>403 Forbidden</h1>' },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowHeaders('Content-Type')] } },
    sources: [preflightFetch, issue('cloudflare/cloudflare-docs', 14338)],
  }),
  cause({
    id: 'preflight-redirected-to-login',
    group: 'preflight',
    title: 'Preflight is redirected to the login page',
    also: [
      'SSO',
      'Cloudflare Access',
      'oauth2-proxy',
      'OPTIONS 302',
      'redirect is not allowed for a preflight request',
    ],
    symptom:
      'The page is logged in, and opening the API’s address in a tab works. From a script, the preflight gets a 302.',
    wrong: [
      'A proxy in front of the API sends everybody without a session to the login page. A preflight carries no cookie, so to the proxy it is nobody. Browsers follow no redirect of a preflight.',
    ],
    fix: [
      'Let the proxy pass `OPTIONS` without a login, and let the API answer it. The request itself still needs the session.',
    ],
    before: {
      requests: [{ path: '/reports', headers: ['X-Tenant: acme'] }],
      preflight: { redirects: [redirect('second', { cors: false })] },
      response: { lines: [thisPage] },
    },
    after: { preflight: { lines: [thisPage, allowHeaders('X-Tenant')] } },
    sources: [preflightFetch, issue('pomerium/pomerium', 78), issue('cloudflare/cloudflare-docs', 11753)],
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
