import { anyOrigin, blocked, credentialed, get, once, options, readable, thisPage } from './case.ts';

const include = { credentials: 'include' } as const;
const allows = (value: string) => `Access-Control-Allow-Credentials: ${value}`;
const notTrue = blocked('acac-not-true', [get]);

/** https://fetch.spec.whatwg.org/#cors-protocol-and-credentials */
export const credentials = [
  ...(['omit', 'same-origin'] as const).map((mode) =>
    once({
      name: `credentials ${mode}: any origin will do`,
      request: { credentials: mode },
      response: { lines: [anyOrigin] },
      expected: readable([get]),
    }),
  ),
  once({
    name: 'without credentials nobody looks at Access-Control-Allow-Credentials',
    response: { lines: [thisPage, allows('perhaps')] },
    expected: readable([get]),
  }),
  once({
    name: 'with credentials, the page and true',
    request: include,
    response: { lines: [thisPage, credentialed] },
    expected: readable([get]),
  }),
  once({
    name: 'with credentials, the origin that asks and true',
    request: include,
    response: { lines: ['Access-Control-Allow-Origin: {origin}', credentialed, 'Vary: Origin'] },
    expected: readable([get]),
  }),
  once({
    name: 'with credentials, any origin',
    request: include,
    response: { lines: [anyOrigin] },
    expected: blocked('acao-wildcard-credentials', [get]),
  }),
  once({
    name: 'with credentials, any origin and true',
    request: include,
    response: { lines: [anyOrigin, credentialed] },
    expected: blocked('acao-wildcard-credentials', [get]),
  }),
  once({
    name: 'with credentials, nothing about CORS',
    request: include,
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'with credentials, another origin and true',
    request: include,
    response: { lines: ['Access-Control-Allow-Origin: https://app.example', credentialed] },
    expected: blocked('acao-mismatch', [get]),
  }),
  once({
    name: 'with credentials, Access-Control-Allow-Credentials left out',
    request: include,
    response: { lines: [thisPage] },
    expected: blocked('acac-missing', [get]),
  }),
  ...['True', 'TRUE', '1', 'false', '"true"', ''].map((value) =>
    once({
      name: `with credentials, Access-Control-Allow-Credentials: ${value || '(empty)'}`,
      request: include,
      response: { lines: [thisPage, allows(value)] },
      expected: notTrue,
    }),
  ),
  once({
    name: 'with credentials, true said twice',
    request: include,
    response: { lines: [thisPage, credentialed, credentialed] },
    expected: notTrue,
  }),
  once({
    name: 'permission for credentials with an empty line beside it',
    request: include,
    response: { lines: [thisPage, credentialed, 'Access-Control-Allow-Credentials:'] },
    expected: notTrue,
    firefox: { ...readable([get]), because: 'an empty line is none where there is another' },
  }),
  once({
    name: 'with credentials, the page asks its own origin',
    request: { ...include, target: 'page' },
    expected: readable(['GET page /orders']),
  }),
  once({
    name: 'with credentials, unauthorized and readable',
    request: include,
    response: { status: 401, lines: [thisPage, credentialed] },
    expected: readable([get], { status: 401 }),
  }),
  once({
    name: 'with credentials, the preflight allows any origin',
    request: { ...include, method: 'DELETE' },
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Methods: DELETE'] },
    response: { lines: [thisPage, credentialed] },
    expected: blocked('acao-wildcard-credentials', [options]),
  }),
  once({
    name: 'with credentials, the preflight does not allow them',
    request: { ...include, method: 'DELETE' },
    preflight: { lines: [thisPage, 'Access-Control-Allow-Methods: DELETE'] },
    response: { lines: [thisPage, credentialed] },
    expected: blocked('acac-missing', [options]),
  }),
  once({
    name: 'with credentials, only the preflight allows them',
    request: { ...include, method: 'DELETE' },
    preflight: { lines: [thisPage, credentialed, 'Access-Control-Allow-Methods: DELETE'] },
    response: { lines: [thisPage] },
    expected: blocked('acac-missing', [options, 'DELETE same-site /orders']),
  }),
];
