import { cause } from './cause.ts';

/** Causes in which the preflight is refused, so that the request is never sent. */
export const preflightCauses = [
  cause({
    id: 'preflight-answers-401',
    group: 'preflight',
    title: 'Preflight answers 401',
    also: ['OPTIONS unauthorized', 'authentication middleware', 'JWT', 'it does not have HTTP ok status'],
    symptom:
      'Every request that needs a preflight fails; the server’s log has an `OPTIONS` with 401 and nothing after it.',
    wrong: [
      'The server asks for a login before it answers the preflight. A preflight never carries credentials: no cookie, no `Authorization`. So it can never pass, and the request itself is not sent.',
    ],
    fix: ['Answer `OPTIONS` before anything that checks who is asking: the CORS middleware goes first.'],
    before: {
      requests: [{ headers: ['Authorization: Bearer t-4f81'] }],
      preflight: {
        status: 401,
        lines: ['Access-Control-Allow-Origin: {page}', 'Access-Control-Allow-Headers: Authorization'],
      },
      response: { lines: ['Access-Control-Allow-Origin: {page}'] },
    },
    after: {
      preflight: { lines: ['Access-Control-Allow-Origin: {page}', 'Access-Control-Allow-Headers: Authorization'] },
    },
    sources: [{ label: 'CORS-preflight fetch', href: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch' }],
  }),
];
