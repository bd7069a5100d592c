import { cause } from './cause.ts';
import { allowMethods, fetchStandard, issue, mdnHeader, thisPage } from './common.ts';

const preflightCache = fetchStandard('CORS-preflight cache', 'concept-cache');
const maxAge = mdnHeader('Access-Control-Max-Age');
const keptFor = (seconds: number) => ({
  lines: [thisPage, allowMethods('PUT'), `Access-Control-Max-Age: ${seconds}`],
});
const response = { lines: [thisPage] };

/** Causes in which the browser remembers what a preflight allowed, or does not. */
export const preflightCacheCauses = [
  cause({
    id: 'stale-preflight',
    group: 'caches',
    title: 'CORS settings were changed, and the browser does not notice',
    also: [
      'Access-Control-Max-Age',
      'old preflight',
      'cached OPTIONS',
      'still works after removing CORS',
      'clear cache',
    ],
    symptom:
      'The server’s settings were changed. One browser goes on by the old ones, and no `OPTIONS` arrives any more; another browser asks and follows the new.',
    wrong: [
      'The first answer said that its permission may be kept for a day. Firefox does so; Chromium keeps it for two hours and Safari for ten minutes. Until then the browser sends such requests without asking again, so it cannot learn that the answer would be another one now. Opening a new tab does not change that.',
    ],
    fix: [
      'Keep `Access-Control-Max-Age` low while the settings are still changing; with 0 every request is preceded by a preflight. Those who have the old permission keep it until it runs out or their browser’s cache is cleared.',
    ],
    before: {
      requests: [
        { method: 'PUT', path: '/orders/42', body: 'two pizzas' },
        { method: 'PUT', path: '/orders/42', body: 'three pizzas' },
      ],
      preflight: keptFor(86_400),
      response,
    },
    shown: 1,
    after: { preflight: keptFor(0) },
    sources: [preflightCache, maxAge],
  }),
  cause({
    id: 'preflight-every-time',
    group: 'caches',
    title: 'A preflight before every single request',
    also: [
      'OPTIONS every time',
      'double requests',
      'two requests',
      'slow',
      'latency',
      'Access-Control-Max-Age ignored',
    ],
    symptom: 'Nothing is blocked. Every request takes two round trips, and half of the server’s log is `OPTIONS`.',
    wrong: [
      'The answer to the preflight says that its permission may not be kept. Without `Access-Control-Max-Age` it is kept for five seconds.',
    ],
    fix: [
      'Send `Access-Control-Max-Age`, in seconds. Chromium keeps a permission for two hours at most, Safari for ten minutes, Firefox for a day. While “Disable cache” is on in the developer tools, do not expect it to be kept.',
    ],
    before: {
      requests: [
        { method: 'PUT', path: '/cart', body: 'tea' },
        { method: 'PUT', path: '/cart', body: 'tea, milk' },
      ],
      preflight: keptFor(0),
      response,
    },
    shown: 1,
    after: { preflight: keptFor(600) },
    sources: [preflightCache, maxAge],
  }),
  cause({
    id: 'preflight-for-every-address',
    group: 'caches',
    title: 'Access-Control-Max-Age seems to be ignored: each address is preflighted',
    also: [
      'preflight per URL',
      'OPTIONS for every id',
      'query parameter',
      'cache key',
      'GraphQL',
      'max-age not working',
    ],
    symptom: '`Access-Control-Max-Age` is there, and the log still has an `OPTIONS` before almost every request.',
    wrong: [
      'A permission is kept for one address, path and query included. `/orders/1` and `/orders/2` are two addresses, so each asks for its own.',
    ],
    fix: ['Where the number of requests matters, send them to one address and put what differs into the body.'],
    before: {
      requests: [
        { method: 'PUT', path: '/orders/1', body: 'two pizzas' },
        { method: 'PUT', path: '/orders/2', body: 'two pizzas' },
      ],
      preflight: keptFor(600),
      response,
    },
    shown: 1,
    after: {
      requests: [
        { method: 'PUT', path: '/orders', body: 'id=1&pizzas=2' },
        { method: 'PUT', path: '/orders', body: 'id=2&pizzas=2' },
      ],
    },
    sources: [preflightCache, maxAge, issue('JakeChampion/fetch', 342)],
  }),
];
