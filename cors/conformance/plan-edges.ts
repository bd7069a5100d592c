import type { HeaderLine } from '../http.ts';
import { type Library, libraryNames, type Redirect, type RedirectTarget, redirectTargets } from '../scenario.ts';
import type { Random } from './random.ts';

// What stands at the edges of the rules about answers. A header is given as the values of its lines.
export type Lines = readonly string[];

/** None of them is the page's origin, nor any other request's. */
export const wrongOrigins: readonly Lines[] = [
  [],
  [''],
  ['{page}/'],
  ['{page}/orders'],
  ['{page}?'],
  ['{page}#'],
  ['{page}.'],
  ['{page}:80'],
  ['{page}, {page}'],
  ['{page},*'],
  ['{page} {second}'],
  ['{page};'],
  ['"{page}"'],
  ["'{page}'"],
  ['<{page}>'],
  ['{page}\x80'],
  ['{same-site}'],
  ['{cross-site}'],
  ['{second}'],
  ['{page}', '{page}'],
  ['{page}', ''],
  ['', '{page}'],
  ['{page}', '{second}'],
  ['*', '*'],
  ['*, *'],
  ['* '.repeat(2)],
  ['**'],
  ['"*"'],
  ['*;'],
  ['*\x80'],
  ['null'],
  ['Null'],
  ['NULL'],
  ['null, null'],
  ['true'],
  ['localhost'],
  ['//localhost'],
  ['http://localhost'],
  ['http://LOCALHOST:4000'],
  ['HTTP://localhost'],
  ['https://localhost:4000'],
  ['http://*'],
  ['http://*.localhost'],
  ['*.localhost'],
  ['http://'],
  ['http://['],
  ['http://user@localhost'],
  ['data:,x'],
  ['undefined'],
];

export const wrongCredentials: readonly Lines[] = [
  [],
  [''],
  ['True'],
  ['TRUE'],
  ['tRue'],
  ['true, true'],
  ['true,'],
  ['true', 'true'],
  ['true', ''],
  ['"true"'],
  ['true;'],
  ['true\x80'],
  ['1'],
  ['yes'],
  ['false'],
  ['*'],
];

/** Something in them is no token. */
const malformedLists: readonly Lines[] = [
  ['"x-a"'],
  ['x-a; x-b'],
  ['x-a x-b'],
  ['x-a, x b'],
  ['x-a,(x-b)'],
  ['x-a', 'x-b;'],
  ['"'],
  ['x-\xe9'],
  ['x-a/x-b'],
  ['x-a: x-b'],
  ['*, "'],
  ['", *'],
  ['x-a,;,x-b'],
  ['{page}'],
  ['[x-a]'],
  ['x-a='],
];

/** Well-formed, but of none of these can a usual request make use. */
const uselessLists: readonly Lines[] = [
  [],
  [''],
  [','],
  [' , ,'],
  ['x-other'],
  ['**'],
  ['*x'],
  ['x-a-b, *-'],
  ['null'],
];

export const wrongLists: readonly Lines[] = [...malformedLists, ...malformedLists, ...uselessLists];

/** Ways of writing a list that all mean the same. */
export function listOf(random: Random, items: readonly string[]): Lines {
  return random.weighted<Lines>([
    [50, [items.join(', ')]],
    [10, [items.join(',')]],
    [6, [...items]],
    [6, [`,${items.join(' ,\t')},`]],
    [5, [`  ${items.join(' , , ')} `]],
    [4, [...items, '']],
    [3, [[...items, ...items].join(', ')]],
  ]);
}

/** Long or none at all, so that a few seconds more or less make no difference. */
export const maxAges: readonly Lines[] = [
  [],
  [''],
  ['0'],
  ['00'],
  ['-0'],
  ['-1'],
  ['-600'],
  ['600'],
  ['0600'],
  ['+600'],
  ['+'],
  ['-'],
  ['--600'],
  ['600.5'],
  ['600.'],
  ['.600'],
  ['6e2'],
  ['600s'],
  ['600 1'],
  ['600,'],
  ['600, 600'],
  ['600', '600'],
  ['"600"'],
  ['0x258'],
  ['ten'],
  ['7201'],
  ['86401'],
  ['2147483647'],
  ['2147483648'],
  ['4294967296'],
  ['9223372036854775807'],
  ['9223372036854775808'],
  ['99999999999999999999999'],
  ['-99999999999999999999999'],
];

export const exposures: readonly Lines[] = [
  [],
  [''],
  ['*'],
  ['X-Total-Count'],
  ['x-total-count, etag'],
  ['X-TOTAL-COUNT'],
  ['X-Total-Count', 'ETag'],
  ['X-Total-Count,, ,ETag'],
  ['X-Total-Count, *'],
  ['*, X-Total-Count'],
  ['*', '*'],
  ['Set-Cookie'],
  ['Set-Cookie, X-Total-Count'],
  ['Access-Control-Allow-Origin, Access-Control-Expose-Headers'],
  ['Vary, Server, X-Content-Type-Options'],
  ['X-Total-Count; ETag'],
  ['X-Total-Count ETag'],
  ['"X-Total-Count"'],
  ['X-Total-Count, "'],
  ['X-Total-Count, {page}'],
  ['X-Total-Count', '"'],
  ['*, "'],
  ['", *'],
  ['*', '"'],
  ['"', '*'],
  ['**'],
  ['X-\xe9, *'],
  ['x-missing'],
];

/** Of https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header */
export const resourcePolicies: readonly Lines[] = [
  ['same-origin'],
  ['same-site'],
  ['cross-origin'],
  ['Same-Origin'],
  ['SAME-SITE'],
  ['same-origin, same-origin'],
  ['same-origin', 'same-origin'],
  ['same-site', 'cross-origin'],
  ['same-origin,'],
  ['same-origin;'],
  ['"same-origin"'],
  ['same'],
  [''],
];

/** What an answer says besides. */
export const otherLines: readonly HeaderLine[] = [
  ['X-Total-Count', '7'],
  ['x-total-count', '8'],
  ['ETag', '"1"'],
  ['Content-Language', 'de'],
  ['Cache-Control', 'no-store'],
  ['Pragma', 'no-cache'],
  ['Expires', '0'],
  ['Last-Modified', 'Mon, 01 Jan 2024 00:00:00 GMT'],
  ['Vary', 'Origin'],
  ['Server', 'x'],
  ['Timing-Allow-Origin', '*'],
  ['X-Empty', ''],
  ['Access-Control-Allow-Private-Network', 'true'],
  ['Access-Control-Request-Method', 'PUT'],
];

/** No 401: it could make a browser ask for a password. No 408: browsers repeat the request, as their connections have it. */
export const oddStatuses = [
  201, 202, 203, 204, 205, 206, 207, 226, 299, 300, 301, 302, 303, 304, 305, 306, 307, 308, 310, 399, 400, 403, 404,
  405, 407, 407, 407, 409, 410, 412, 415, 416, 418, 421, 425, 426, 429, 431, 451, 499, 500, 501, 502, 503, 511, 599,
] as const;
export const okStatuses = [200, 201, 202, 203, 204, 205, 207, 226, 299] as const;

const elsewhere: readonly RedirectTarget[] = ['page', 'same-site', 'cross-site', 'second'];

export function redirect(random: Random): Redirect {
  return {
    to: random.chance(0.92) ? random.pick(elsewhere) : random.pick(redirectTargets),
    status: random.chance(0.96) ? random.pick([301, 302, 303, 307, 308]) : random.pick([300, 304, 305, 306, 310, 399]),
    cors: !random.chance(0.1),
    userinfo: random.chance(0.06),
  };
}

export function redirects(random: Random): readonly Redirect[] {
  const length = random.weighted<number>([
    [70, 0],
    [18, 1],
    [7, 2],
    [3, 3],
    [1, 5],
    [0.4, 20],
    [0.4, 21],
    [0.2, 22],
  ]);
  // Longer chains would hardly ever get to their end if every hop could break.
  if (length <= 5) return Array.from({ length }, () => redirect(random));
  const to = random.pick(elsewhere);
  return Array.from({ length }, () => ({ to, status: random.pick([301, 302, 307]), cors: true, userinfo: false }));
}

export function library(random: Random, { method, headers }: { method: string; headers: string }): Library {
  return {
    name: random.pick(libraryNames),
    origins: random.pick(['{page}', '*', '{second}', '{second}, {page}', '']),
    methods: random.pick([method, 'GET, PUT', '']),
    headers: random.pick([headers, 'X-A', '']),
    expose: random.pick(['', 'X-Total-Count']),
    credentials: random.chance(0.5),
    maxAge: random.pick(['', '0', '600']),
  };
}
