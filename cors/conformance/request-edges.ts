import type { HeaderLine } from '../http.ts';
import type { BodyType, RequestBody } from '../scenario.ts';
import type { Random } from './random.ts';

// What stands at the edges of the rules about requests. Control characters are not among the bytes: the server's parser
// refuses a request that holds one, and no browser is asked then.

/** Around the CORS-unsafe request-header bytes: https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte */
const bytes = [...'"():<>?@[\\]{}', ..."!#'*+,-./;=A^_`az|~ \t", '\x80', '\xff'];

const safelisted = ['Accept', 'Accept-Language', 'Content-Language', 'Content-Type', 'Range'] as const;

const contentTypes = [
  'text/plain',
  'TEXT/Plain',
  'text/plain;charset=utf-8',
  'text/plain; charset="utf-8"',
  'text/plain;',
  ' text/plain ',
  'text/plain\t;x=y',
  'text/plain x',
  'text/plain, text/plain',
  'text/plain,application/json',
  'text /plain',
  'text/ plain',
  'text/',
  '/plain',
  'text',
  '',
  ';text/plain',
  'text/plain;text/html',
  'text/plain;a=\xff',
  'text/html',
  'application/json',
  'application/json;text/plain',
  'application/x-www-form-urlencoded',
  'Application/X-WWW-Form-Urlencoded; charset=x',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'multipart/mixed',
  'application/csp-report',
  'text/plain;a={page}',
];

const ranges = [
  'bytes=0-',
  'bytes=0-0',
  'bytes=0-10',
  'bytes=10-0',
  'bytes=-5',
  'bytes=-',
  'bytes=5',
  'bytes=00-01',
  'bytes=0-1,2-3',
  'bytes=0-1, 2-3',
  'bytes= 0-1',
  'bytes=0 -1',
  'bytes=0- 1',
  'bytes =0-1',
  'Bytes=0-',
  'BYTES=1-2',
  'bytes=0-9223372036854775806',
  'bytes=0-9223372036854775807',
  'bytes=0-9223372036854775808',
  'bytes=9223372036854775806-',
  'bytes=9223372036854775807-',
  'bytes=9223372036854775808-',
  'bytes=2147483648-4294967296',
  'bytes=18446744073709551616-18446744073709551617',
  'bytes=0x1-',
  'bytes=+0-1',
  'bits=0-1',
  '',
];

const languages = ['de', 'en-US,en;q=0.5', '*', 'DE, EN', '', 'x'.repeat(8), 'de;q=0.5, *;q=0.1'];

const hints = ['DPR', 'Device-Memory', 'Width', 'Viewport-Width', 'RTT', 'Downlink'] as const;
const otherHints: readonly HeaderLine[] = [
  ['Save-Data', 'on'],
  ['Save-Data', 'off'],
  ['Save-Data', 'ON'],
  ['ECT', '3g'],
  ['ECT', '5g'],
  ['DPR', '1.5'],
  ['DPR', '1.'],
  ['Width', '10'],
  ['Width', '1.5'],
  ['RTT', ''],
];

const own: readonly HeaderLine[] = [
  ['X-Trace', '1'],
  ['x-trace', '2'],
  ['X-Custom-Header', ''],
  ['X-REQUESTED-WITH', 'XMLHttpRequest'],
  ['X-A', 'a, b'],
  ["!#$%&'*+-.^_`|~", 'x'],
  ['Cache-Control', 'no-cache'],
  ['Pragma', 'no-cache'],
  ['If-None-Match', '"x"'],
  ['If-Modified-Since', 'Mon, 01 Jan 2024 00:00:00 GMT'],
  ['Content-Encoding', 'identity'],
  ['Content-Location', '/x'],
  ['Last-Event-ID', '7'],
  ['User-Agent', 'x'],
  ['X-HTTP-Method-Override', 'PUT'],
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Request-Private-Network', 'true'],
  ['Save-Data', 'on'],
  ['Sec', 'x'],
  ['Proxy', 'x'],
];

const authorizations: readonly HeaderLine[] = [
  ['Authorization', 'Bearer x'],
  ['authorization', 'Basic dTpw'],
];

const forbidden: readonly HeaderLine[] = [
  ['Cookie', 'a=b'],
  ['Origin', '{second}'],
  ['Referer', '{page}/x'],
  ['Host', 'example.com'],
  ['Date', 'now'],
  ['DNT', '1'],
  ['Via', '1.1 x'],
  ['TE', 'trailers'],
  ['Expect', '100-continue'],
  ['Content-Length', '3'],
  ['Accept-Encoding', 'br'],
  ['Accept-Charset', 'utf-8'],
  ['Access-Control-Request-Headers', 'x-a'],
  ['Access-Control-Request-Method', 'PUT'],
  ['Sec-Fetch-Mode', 'navigate'],
  ['sec-x', '1'],
  ['Proxy-X', '1'],
  ['X-HTTP-Method-Override', 'TRACE'],
  ['X-HTTP-Method', 'get, connect'],
  ['X-Method-Override', '"TRACK"'],
  ['X-Method-Override', 'a,track'],
];

const malformed: readonly HeaderLine[] = [
  ['X A', '1'],
  ['X:A', '1'],
  ['', '1'],
  ['X-\xe9', '1'],
  ['X-A', 'a\nb'],
  ['X-A', 'a\0b'],
  ['X-A', '\u0100'],
];

const sizes = [127, 128, 129];

/** Digits are safe in every value, client hints included. */
const digits = (length: number) => '1'.repeat(length);

function byteValue(random: Random): string {
  const byte = random.pick(bytes);
  return random.pick([`a${byte}b`, `a${byte}`, `${byte}a`, byte]);
}

function sized(name: string, length: number): string {
  if (name === 'Content-Type') return `text/plain;${digits(length - 'text/plain;'.length)}`;
  if (name === 'Range') return `bytes=0-${digits(length - 'bytes=0-'.length)}`;
  return digits(length);
}

function safelistedLine(random: Random): HeaderLine {
  const name = random.pick(safelisted);
  if (random.chance(0.12)) return [name, sized(name, random.pick(sizes))];
  switch (name) {
    case 'Content-Type':
      return [name, random.chance(0.75) ? random.pick(contentTypes) : `text/plain;${byteValue(random)}`];
    case 'Range':
      return [name, random.pick(ranges)];
    case 'Accept':
      return [name, random.chance(0.3) ? random.pick(['application/json', '*/*', '']) : byteValue(random)];
    default:
      return [name, random.chance(0.4) ? random.pick(languages) : byteValue(random)];
  }
}

/** Lines whose values are, in all, just about as long as safelisted ones may be. `Accept` counts even when it is not set. */
function lines1024(random: Random): readonly HeaderLine[] {
  const total = random.pick([1020, 1021, 1022, 1023, 1024, 1025]);
  const names = random.chance(0.5)
    ? [
        'Accept',
        'Accept',
        'Accept',
        'Content-Language',
        'Content-Language',
        'Accept-Language',
        'Accept-Language',
        'Accept',
      ]
    : ['Accept-Language', 'Content-Language', ...hints];
  const lines = names.map((name): HeaderLine => [name, digits(127)]);
  const rest = total - lines.length * 127;
  return [...lines, [random.pick(['Content-Language', 'ECT']), digits(Math.max(0, rest))]];
}

const oddCase = (random: Random, name: string): string =>
  random.chance(0.85) ? name : random.pick([name.toLowerCase(), name.toUpperCase()]);

/** The author's header lines of one request. */
export function requestHeaders(random: Random): readonly HeaderLine[] {
  if (random.chance(0.02)) return lines1024(random);
  const lines: HeaderLine[] = [];
  const count = random.weighted([
    [30, 0],
    [40, 1],
    [20, 2],
    [10, 3],
  ]);
  for (let i = 0; i < count; i++) {
    const [name, value] = random.weighted<() => HeaderLine>([
      [45, () => safelistedLine(random)],
      [30, () => random.pick(own)],
      [9, () => random.pick(authorizations)],
      [7, () => random.pick(forbidden)],
      [6, () => random.pick(otherHints)],
      [1, () => random.pick(malformed)],
    ])();
    lines.push([oddCase(random, name), value]);
  }
  const [first] = lines;
  // A second line of the same name.
  if (first && random.chance(0.12)) lines.push([oddCase(random, first[0]), random.chance(0.5) ? first[1] : '1']);
  return lines;
}

export const methods = [
  [36, 'GET'],
  [18, 'POST'],
  [12, 'PUT'],
  [6, 'DELETE'],
  [5, 'PATCH'],
  [7, 'HEAD'],
  [4, 'OPTIONS'],
  [2, 'patch'],
  [1, 'Patch'],
  [2, 'Put'],
  [2, 'pOsT'],
  [1, 'get'],
  [1, 'head'],
  [1, 'delete'],
  [1, 'options'],
  [1, 'CHICKEN'],
  [1, 'x-y'],
  [1, 'QUERY'],
  [0.5, 'TRACE'],
  [0.3, 'track'],
  [0.3, 'CoNNect'],
  [0.3, 'P UT'],
  [0.3, ''],
  [0.3, 'G\xcbT'],
] as const;

const mimes = [
  '',
  'text/plain',
  'TEXT/PLAIN',
  'application/json',
  'text/plain;charset=utf-8',
  'x',
  'a/b\xe9',
  'text/plain"',
];

export function requestBody(random: Random): RequestBody {
  const type = random.weighted<BodyType>([
    [40, 'text'],
    [20, 'form'],
    [10, 'multipart'],
    [20, 'blob'],
    [10, 'bytes'],
  ]);
  const text = random.pick(['a=b&c=d', '{"a":1}', 'x', '']);
  return { type, text, mime: type === 'blob' ? random.pick(mimes) : '' };
}
