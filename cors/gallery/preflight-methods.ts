import { cause } from './cause.ts';
import { allowMethods, credentialed, fetchStandard, mdnError, thisPage } from './common.ts';

const preflightFetch = fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch');
const methodMissing = mdnError('Did not find method in Access-Control-Allow-Methods', 'CORSMethodNotFound');

/** Causes in which a preflight is answered well, and the answer does not list the request's method. */
export const preflightMethodCauses = [
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
];
