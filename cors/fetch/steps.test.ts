import { describe, expect, it } from 'vitest';
import type { WireResponse } from '../http.ts';
import type { FetchCall, Outcome } from '../outcome.ts';
import { reply } from './cases.ts';
import { run } from './testing.ts';

const page = 'http://localhost:4000';
const target = 'http://localhost:4001';
const any = 'Access-Control-Allow-Origin: *';
const thisPage = `Access-Control-Allow-Origin: ${page}`;
const withCookies = 'Access-Control-Allow-Credentials: true';
const elsewhere = 'http://127.0.0.1:4002/x';
const moved = (...lines: string[]) => reply(302, `Location: ${elsewhere}`, ...lines);

/** As `trail`, with what each step tells. */
const told = ({ steps }: Outcome) => {
  const marks = { passed: '', failed: '!', 'not-reached': '?' };
  return steps.map(({ code, facts, result }) => [marks[result] + code, facts]);
};

const plain = { again: false, listened: false };
const crossing = [
  ['origin', { page, target, same: false, hop: 0, tainted: false }],
  ['mode', { mode: 'cors' }],
];
const simple = [
  ...crossing,
  ['preflight-needed', { ...plain, needed: false, method: 'GET', methodUnsafe: false, headers: [] }],
];
const asking = (headers: readonly string[]) => [
  ...crossing,
  ['preflight-needed', { ...plain, needed: true, method: 'PUT', methodUnsafe: true, headers }],
  ['preflight-cache', { hit: false, expires: null, now: 0 }],
];
const ofCheck = { at: 'response', origin: page, value: null, allowCredentials: null, credentials: false, hop: 0 };
const notSent = [
  ['?send', { method: 'PUT', hop: 0 }],
  ['?cors-check', ofCheck],
  ['?filter', { type: 'cors', visible: 0, total: 0 }],
];
const ofPreflight = { origin: page, value: '*', allowCredentials: null, credentials: false };

describe('what the steps tell', () => {
  it.each<[string, Partial<FetchCall>, (WireResponse | null)[], unknown[]]>([
    [
      'of the page’s own server',
      { url: `${page}/orders` },
      [reply(200, 'Content-Type: text/plain', 'Set-Cookie: a=1')],
      [
        ['origin', { page, target: page, same: true, hop: 0, tainted: false }],
        ['send', { method: 'GET', hop: 0 }],
        ['filter', { type: 'basic', visible: 1, total: 2 }],
      ],
    ],
    [
      'of a simple request',
      {},
      [reply(200, any, 'X-A: 1', 'Content-Type: text/plain')],
      [
        ...simple,
        ['send', { method: 'GET', hop: 0 }],
        ['cors-check', { ...ofCheck, value: '*' }],
        ['filter', { type: 'cors', visible: 1, total: 3 }],
      ],
    ],
    [
      'of a request with credentials and a preflight',
      { method: 'PUT', headers: [['X-A', '1']], credentials: 'include' },
      [
        reply(
          204,
          thisPage,
          withCookies,
          'Access-Control-Allow-Methods: PUT, DELETE',
          'Access-Control-Allow-Headers: X-A',
        ),
        reply(200, thisPage, withCookies),
      ],
      [
        ...asking(['x-a']),
        ['preflight-cors-check', { origin: page, value: page, allowCredentials: 'true', credentials: true }],
        ['preflight-status', { status: 204 }],
        ['preflight-lists', { methods: 'PUT, DELETE', headers: 'X-A' }],
        ['preflight-method', { method: 'PUT', allowed: ['PUT', 'DELETE'], safelisted: false }],
        ['preflight-headers', { requested: ['x-a'], allowed: ['x-a'] }],
        ['send', { method: 'PUT', hop: 0 }],
        ['cors-check', { ...ofCheck, value: page, allowCredentials: 'true', credentials: true }],
        ['filter', { type: 'cors', visible: 0, total: 2 }],
      ],
    ],
    [
      'of a preflight that is not answered with success',
      { method: 'PUT' },
      [reply(404, any)],
      [
        ...asking([]),
        ['preflight-cors-check', ofPreflight],
        ['!preflight-status', { status: 404 }],
        ['?preflight-lists', { methods: null, headers: null }],
        ['?preflight-method', { method: 'PUT', allowed: [], safelisted: false }],
        ...notSent,
      ],
    ],
    [
      'of a preflight that is not answered',
      { method: 'PUT' },
      [null],
      [...asking([]), ['!preflight-cors-check', { ...ofPreflight, value: null }], ...notSent],
    ],
    [
      'of a preflight whose methods are no list',
      { method: 'PUT', headers: [['X-A', '1']] },
      [reply(204, any, 'Access-Control-Allow-Methods: P/T')],
      [
        ...asking(['x-a']),
        ['preflight-cors-check', ofPreflight],
        ['preflight-status', { status: 204 }],
        ['!preflight-lists', { methods: 'P/T', headers: null }],
        ['?preflight-method', { method: 'PUT', allowed: [], safelisted: false }],
        ['?preflight-headers', { requested: ['x-a'], allowed: [] }],
        ...notSent,
      ],
    ],
    [
      'of a preflight whose header names are no list',
      { method: 'PUT', headers: [['X-A', '1']] },
      [reply(204, any, 'Access-Control-Allow-Methods: PUT', 'Access-Control-Allow-Headers: X/A')],
      [
        ...asking(['x-a']),
        ['preflight-cors-check', ofPreflight],
        ['preflight-status', { status: 204 }],
        ['!preflight-lists', { methods: 'PUT', headers: 'X/A' }],
        ['?preflight-method', { method: 'PUT', allowed: ['PUT'], safelisted: false }],
        ['?preflight-headers', { requested: ['x-a'], allowed: [] }],
        ...notSent,
      ],
    ],
    [
      'of a resource that keeps to its own origin',
      { mode: 'no-cors' },
      [reply(200, 'Cross-Origin-Resource-Policy: same-origin')],
      [
        crossing[0],
        ['mode', { mode: 'no-cors' }],
        ['send', { method: 'GET', hop: 0 }],
        ['!corp-check', { value: 'same-origin' }],
        ['?filter', { type: 'opaque', visible: 0, total: 0 }],
      ],
    ],
    [
      'of an opaque answer',
      { mode: 'no-cors' },
      [reply(200)],
      [
        crossing[0],
        ['mode', { mode: 'no-cors' }],
        ['send', { method: 'GET', hop: 0 }],
        ['corp-check', { value: null }],
        ['filter', { type: 'opaque', visible: 0, total: 0 }],
      ],
    ],
    [
      'of events',
      { api: 'event-source' },
      [reply(200, any, 'Content-Type: text/event-stream')],
      [
        ...simple,
        ['send', { method: 'GET', hop: 0 }],
        ['cors-check', { ...ofCheck, value: '*' }],
        ['filter', { type: 'cors', visible: 1, total: 2 }],
        ['use', { api: 'event-source', status: 200, type: 'text/event-stream' }],
      ],
    ],
    [
      'of arguments that are refused',
      { method: 'TRACE' },
      [],
      [
        ['!fetch-arguments', {}],
        ['?send', { method: 'TRACE', hop: 0 }],
      ],
    ],
    [
      'of mode no-cors, which has to follow redirects',
      { mode: 'no-cors', redirect: 'manual' },
      [],
      [
        crossing[0],
        ['!mode', { mode: 'no-cors' }],
        ['?send', { method: 'GET', hop: 0 }],
        ['?corp-check', { value: null }],
        ['?filter', { type: 'opaque', visible: 0, total: 0 }],
      ],
    ],
    [
      'of mode same-origin',
      { mode: 'same-origin' },
      [],
      [
        crossing[0],
        ['!mode', { mode: 'same-origin' }],
        ['?send', { method: 'GET', hop: 0 }],
        ['?filter', { type: 'basic', visible: 0, total: 0 }],
      ],
    ],
    [
      'of an answer that does not come',
      { credentials: 'include' },
      [null],
      [
        ...simple,
        ['!send', { method: 'GET', hop: 0 }],
        ['?cors-check', { ...ofCheck, credentials: true }],
        ['?filter', { type: 'cors', visible: 0, total: 0 }],
      ],
    ],
    [
      'of a redirect to a third origin',
      {},
      [moved(any), reply(200, 'Access-Control-Allow-Origin: null')],
      [
        ...simple,
        ['send', { method: 'GET', hop: 0 }],
        ['cors-check', { ...ofCheck, at: 'redirect', value: '*' }],
        ['redirect', { status: 302, location: elsewhere, mode: 'follow', hop: 0 }],
        ['origin', { page, target: 'http://127.0.0.1:4002', same: false, hop: 1, tainted: true }],
        ...simple.slice(1),
        ['send', { method: 'GET', hop: 1 }],
        ['cors-check', { ...ofCheck, origin: 'null', value: 'null', hop: 1 }],
        ['filter', { type: 'cors', visible: 0, total: 1 }],
      ],
    ],
    [
      'of a redirect that does not allow the page',
      {},
      [moved()],
      [
        ...simple,
        ['send', { method: 'GET', hop: 0 }],
        ['!cors-check', { ...ofCheck, at: 'redirect' }],
        ['?filter', { type: 'cors', visible: 0, total: 0 }],
      ],
    ],
    [
      'of a redirect that is an error',
      { redirect: 'error' },
      [moved(any)],
      [
        ...simple,
        ['send', { method: 'GET', hop: 0 }],
        ['cors-check', { ...ofCheck, at: 'redirect', value: '*' }],
        ['!redirect', { status: 302, location: elsewhere, mode: 'error', hop: 0 }],
        ['?filter', { type: 'cors', visible: 0, total: 0 }],
      ],
    ],
    [
      'of a redirect that is left to the page',
      { redirect: 'manual' },
      [moved(any)],
      [
        ...simple,
        ['send', { method: 'GET', hop: 0 }],
        ['cors-check', { ...ofCheck, at: 'redirect', value: '*' }],
        ['redirect', { status: 302, location: elsewhere, mode: 'manual', hop: 0 }],
        ['filter', { type: 'opaqueredirect', visible: 0, total: 2 }],
      ],
    ],
    [
      'of an answer that is of no use',
      { api: 'event-source' },
      [reply(200, any, 'Content-Type: text/plain')],
      [
        ...simple,
        ['send', { method: 'GET', hop: 0 }],
        ['cors-check', { ...ofCheck, value: '*' }],
        ['filter', { type: 'cors', visible: 1, total: 2 }],
        ['!use', { api: 'event-source', status: 200, type: 'text/plain' }],
      ],
    ],
  ])('%s', (_, call, answers, steps) => {
    expect(told(run(call, answers))).toEqual(steps);
  });
});
