import { library } from '../spec.ts';
import { cause } from './cause.ts';
import {
  allowHeaders,
  allowMethods,
  corsCheck,
  fetchStandard,
  issue,
  mdnError,
  mdnHeader,
  thisPage,
} from './common.ts';

const preflightFetch = fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch');
const headerMissing = mdnError('Access-Control-Allow-Origin missing', 'CORSMissingAllowOrigin');

/** Causes in which an answer has no Access-Control-Allow-Origin at all. */
export const originCauses = [
  cause({
    id: 'no-allow-origin-header',
    group: 'origin',
    title: 'No Access-Control-Allow-Origin header is present',
    also: [
      'blocked by CORS policy',
      'missing allow origin',
      'header is present on the requested resource',
      'TypeError: Failed to fetch',
      'TypeError: Load failed',
      'NetworkError when attempting to fetch resource',
    ],
    symptom: 'The request fails in the browser, although the server’s log has it with status 200.',
    wrong: [
      'The server answered, and did not say which origins may read the answer. Browsers keep an answer from every page of another origin unless it says so.',
    ],
    fix: [
      'Let the server name your page’s origin in `Access-Control-Allow-Origin`, or `*` if anybody may read this answer. Nothing that the page sends can stand in for it.',
    ],
    before: {},
    after: { response: { lines: [thisPage] } },
    sources: [corsCheck, headerMissing],
  }),
  cause({
    id: 'works-in-postman',
    group: 'origin',
    title: 'Works in Postman, fails in the browser',
    also: ['works with curl', 'Insomnia', 'works from a server', 'axios', 'Network Error', 'POST JSON'],
    symptom:
      'The very same request answers in Postman, in curl and from another server. In the browser it fails, and axios says no more than `Network Error`.',
    wrong: [
      'Postman and curl are no pages of anybody’s: they ask no permission, and read whatever comes. A browser asks on behalf of the page’s origin, and for a `POST` of JSON it asks first, by a request of its own with the method `OPTIONS`: the preflight.',
      'This server has no answer to that: 404, and no `Access-Control-Allow-Origin`. So the `POST` that works in Postman is never sent.',
    ],
    fix: [
      'Let the server answer `OPTIONS` with a status from 200 to 299, `Access-Control-Allow-Origin` and `Access-Control-Allow-Headers: Content-Type`, and send `Access-Control-Allow-Origin` with the answer to the `POST` too.',
      'To see in Postman or curl what the browser sees, send the `OPTIONS` with `Origin`, `Access-Control-Request-Method` and `Access-Control-Request-Headers` yourself, and look at the answer’s headers.',
    ],
    before: {
      requests: [
        {
          api: 'xhr',
          method: 'POST',
          path: '/login',
          headers: ['Content-Type: application/json'],
          body: '{"user":"ada"}',
        },
      ],
      preflight: { status: 404 },
    },
    after: {
      preflight: { lines: [thisPage, allowHeaders('Content-Type')] },
      response: { lines: [thisPage] },
    },
    sources: [preflightFetch, headerMissing],
  }),
  cause({
    id: 'allow-origin-misspelt',
    group: 'origin',
    title: 'Access-Control-Allow-Origin is misspelt',
    also: ['Access-Control-Allowed-Origin', 'Access-Control-Allow-Origins', 'Allow-Origin', 'typo'],
    symptom: 'The header is there when one looks at the answer, and the browser says that it is missing.',
    wrong: [
      'The answer carries `Access-Control-Allowed-Origin`. To a browser that is a header like any other that it does not know. Upper and lower case do not matter in a header’s name; every letter does.',
    ],
    fix: ['Write `Access-Control-Allow-Origin`: no `ed`, no plural `s`, and the prefix in full.'],
    before: {
      requests: [{ path: '/products' }],
      response: { lines: ['Access-Control-Allowed-Origin: {page}'] },
    },
    after: { response: { lines: [thisPage] } },
    sources: [corsCheck, headerMissing],
  }),
  cause({
    id: 'allow-origin-only-on-preflight',
    group: 'origin',
    title: 'Access-Control-Allow-Origin only on the preflight',
    also: ['OPTIONS succeeds but PUT fails', 'preflight passes, request blocked', 'API Gateway mock OPTIONS'],
    symptom: 'The `OPTIONS` succeeds, the `PUT` after it is carried out, and the page still cannot read its answer.',
    wrong: [
      'The preflight asks whether the request may be sent. Whether its answer may be read is asked of that answer, which has to say so for itself. This one says nothing.',
    ],
    fix: ['Send `Access-Control-Allow-Origin` with every answer to the page, not with the answers to `OPTIONS` alone.'],
    before: {
      requests: [{ method: 'PUT', path: '/orders/42', body: 'two pizzas' }],
      preflight: { lines: [thisPage, allowMethods('PUT')] },
    },
    after: { response: { lines: [thisPage] } },
    sources: [corsCheck, headerMissing],
  }),
  cause({
    id: 'allow-origin-only-on-response',
    group: 'origin',
    title: 'Access-Control-Allow-Origin only on the response, not on the preflight',
    also: ["Response to preflight request doesn't pass access control check", 'GET works but DELETE fails', 'OPTIONS'],
    symptom: '`GET` works, `DELETE` fails, and the server’s log has an `OPTIONS` with 204 in its place.',
    wrong: [
      'A `DELETE` is preflighted, and the answer to the preflight has to allow the origin as much as the answer to the request. Here the code that adds the header runs for `DELETE` and not for `OPTIONS`.',
    ],
    fix: ['Answer `OPTIONS` with `Access-Control-Allow-Origin` too, beside `Access-Control-Allow-Methods`.'],
    before: {
      requests: [{ method: 'DELETE', path: '/orders/42' }],
      preflight: { lines: [allowMethods('DELETE')] },
      response: { lines: [thisPage] },
    },
    after: {
      preflight: { lines: [thisPage, allowMethods('DELETE')] },
    },
    sources: [preflightFetch, headerMissing],
  }),
  cause({
    id: 'origin-in-list-with-slash',
    group: 'origin',
    title: 'FastAPI: allow_origins lists my origin, and there is no header',
    also: ['Starlette', 'CORSMiddleware', 'trailing slash', 'allow_origins', 'path in the list of origins'],
    symptom:
      'The page’s address is on the server’s list, copied from the address bar, and the answer has no CORS headers.',
    wrong: [
      'The list has the origin with a `/` at its end. A browser never sends one: an origin ends after host or port. The middleware compares the two texts, finds them different, and adds nothing.',
    ],
    fix: [
      'Write each origin as the browser sends it in `Origin`: scheme, host, port if it is not the default, and nothing after that.',
    ],
    before: {
      requests: [{ path: '/get-data' }],
      library: library('starlette', { origins: '{page}/' }),
    },
    after: { library: library('starlette', { origins: '{page}' }) },
    sources: [corsCheck, issue('fastapi/fastapi', 5308)],
  }),
  cause({
    id: 'origin-pattern-misses',
    group: 'origin',
    title: 'The allowed origins are a pattern, and mine does not match',
    also: ['regular expression', 'regex', 'preview deployment', 'subdomains', 'works in production, not on localhost'],
    symptom: 'It works on the production site, and fails on a preview deployment, on another domain or on `localhost`.',
    wrong: [
      'The server allows every origin that matches `https://*.shop.example`. This page’s does not: neither its scheme nor its host. Then the answer names no origin at all, rather than a wrong one.',
    ],
    fix: [
      'Add the origin to the list. Widening the pattern is easily too much: it has to say where the host ends, or `https://shop.example.attacker.example` matches too.',
    ],
    before: {
      requests: [{ path: '/cart' }],
      library: library('rs-cors', { origins: 'https://*.shop.example' }),
    },
    after: { library: library('rs-cors', { origins: 'https://*.shop.example, {page}' }) },
    sources: [corsCheck, mdnHeader('Access-Control-Allow-Origin')],
  }),
];
