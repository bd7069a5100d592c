import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WireRequest } from '../http.ts';
import type { FetchCall } from '../outcome.ts';
import { curlCommand } from './curl.ts';

const page = 'http://localhost:4000';
const plain: FetchCall = {
  url: 'http://localhost:4001/e/abcdefghij_-0123/orders',
  method: 'GET',
  headers: [],
  body: null,
  credentials: 'same-origin',
  mode: 'cors',
  redirect: 'follow',
  cache: 'default',
  referrerPolicy: '',
  keepalive: false,
  api: 'fetch',
  context: 'document',
  uploadListener: false,
};
const address = 'http://localhost:4001/e/abcdefghij_-0123/orders';
const body = (type: 'text' | 'form' | 'multipart' | 'blob' | 'bytes', text: string, mime = '') => ({
  type,
  text,
  mime,
});

it.each<[string, Partial<FetchCall>, string]>([
  ['a GET', {}, `curl -i ${address} \\\n  -H 'Origin: http://localhost:4000'`],
  ['a HEAD', { method: 'HEAD' }, `curl -I ${address} \\\n  -H 'Origin: http://localhost:4000'`],
  ['an image without crossorigin, which says no origin', { api: 'image', mode: 'no-cors' }, `curl -i ${address}`],
  ['a GET to the own origin', { url: `${page}/orders` }, `curl -i ${page}/orders`],
  [
    'a sandboxed frame',
    { url: `${page}/orders`, context: 'sandboxed-iframe' },
    `curl -i ${page}/orders \\\n  -H 'Origin: null'`,
  ],
  [
    'a beacon',
    { api: 'beacon', method: 'POST', mode: 'no-cors' },
    `curl -i -X POST ${address} \\\n  -H 'Origin: ${page}'`,
  ],
  ['a query', { url: `${address}?a=1&b=2` }, `curl -i '${address}?a=1&b=2' \\\n  -H 'Origin: http://localhost:4000'`],
  [
    'a POST of text, which curl would call a form',
    { method: 'POST', body: body('text', "it's") },
    `curl -i ${address} \\
  -H 'Origin: http://localhost:4000' \\
  -H 'Content-Type: text/plain;charset=UTF-8' \\
  --data-raw 'it'\\''s'`,
  ],
  [
    'a PUT of JSON',
    { method: 'PUT', headers: [['content-type', 'application/json']], body: body('text', '{"a":1}') },
    `curl -i -X PUT ${address} \\
  -H 'Origin: http://localhost:4000' \\
  -H 'content-type: application/json' \\
  --data-raw '{"a":1}'`,
  ],
  [
    'a form',
    { method: 'POST', body: body('form', 'a=b c&d') },
    `curl -i ${address} \\
  -H 'Origin: http://localhost:4000' \\
  -H 'Content-Type: application/x-www-form-urlencoded;charset=UTF-8' \\
  --data-raw 'a=b+c&d='`,
  ],
  [
    'a multipart form, in which @ means nothing',
    { method: 'POST', body: body('multipart', 'a=@file&c=d') },
    `curl -i ${address} \\
  -H 'Origin: http://localhost:4000' \\
  --form-string a=@file \\
  --form-string c=d`,
  ],
  [
    'a blob',
    { method: 'POST', body: body('blob', 'x', 'image/png') },
    `curl -i ${address} \\
  -H 'Origin: http://localhost:4000' \\
  -H 'Content-Type: image/png' \\
  --data-raw x`,
  ],
  [
    'bytes, which have no type',
    { method: 'POST', body: body('bytes', 'x') },
    `curl -i ${address} \\
  -H 'Origin: http://localhost:4000' \\
  -H 'Content-Type:' \\
  --data-raw x`,
  ],
  [
    'an empty header, and an Origin that no page can set',
    {
      headers: [
        ['X-Empty', ''],
        ['Origin', 'https://evil.example'],
      ],
    },
    `curl -i ${address} \\\n  -H 'Origin: http://localhost:4000' \\\n  -H 'X-Empty;'`,
  ],
])('%s', (_, given, expected) => {
  expect(curlCommand({ ...plain, ...given }, page, null)).toBe(expected);
});

it('asks first where the browser does', () => {
  const preflight: WireRequest = {
    method: 'OPTIONS',
    url: address,
    headers: [
      ['Accept', '*/*'],
      ['Access-Control-Request-Method', 'PUT'],
      ['Access-Control-Request-Headers', 'x-token'],
      ['Origin', 'http://localhost:4000'],
    ],
    body: null,
  };
  expect(curlCommand({ ...plain, method: 'PUT', headers: [['X-Token', '1']] }, page, preflight)).toBe(`# The preflight
curl -i -X OPTIONS ${address} \\
  -H 'Access-Control-Request-Method: PUT' \\
  -H 'Access-Control-Request-Headers: x-token' \\
  -H 'Origin: http://localhost:4000'

# The request
curl -i -X PUT ${address} \\
  -H 'Origin: http://localhost:4000' \\
  -H 'X-Token: 1'`);
});

/** The arguments that curl gets from a POSIX shell. */
function argumentsOf(command: string): readonly string[] {
  const shell = `curl() { for each in "$@"; do printf '%s\\0' "$each"; done; }\n${command}`;
  return execFileSync('sh', ['-c', shell], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

it('means to a shell what it says', () => {
  const text = fc.stringMatching(/^[ -~\n\té$`'"\\!*?;&|<>(){}[\]#~-]{0,20}$/);
  fc.assert(
    fc.property(text, text, text, (method, value, data) => {
      const call = {
        ...plain,
        method: `X${method}`,
        headers: [['X-A', `v${value}`] as const],
        body: body('bytes', data),
      };
      const header = `X-A: v${value}`.replace(/\n+/g, ' ').trim();
      expect(argumentsOf(curlCommand(call, page, null))).toEqual([
        '-i',
        '-X',
        `X${method}`,
        address,
        '-H',
        'Origin: http://localhost:4000',
        '-H',
        header,
        '-H',
        'Content-Type:',
        '--data-raw',
        data,
      ]);
    }),
    { numRuns: 40 },
  );
});

it.each<[string, Partial<FetchCall>, string]>([
  ['a HEAD without CORS says no origin', { method: 'HEAD', mode: 'no-cors' }, `curl -I ${address}`],
  [
    'a blob without a type has none',
    { method: 'POST', body: body('blob', 'x') },
    `curl -i ${address} \\
  -H 'Origin: http://localhost:4000' \\
  -H 'Content-Type:' \\
  --data-raw x`,
  ],
  [
    'a blob with a type has it',
    { method: 'POST', body: body('blob', 'x', 'image/png') },
    `curl -i ${address} \\
  -H 'Origin: http://localhost:4000' \\
  -H 'Content-Type: image/png' \\
  --data-raw x`,
  ],
  [
    'a form of several parts is made by curl',
    { method: 'POST', body: body('multipart', 'a=1&b=2') },
    `curl -i ${address} \\
  -H 'Origin: http://localhost:4000' \\
  --form-string a=1 \\
  --form-string b=2`,
  ],
  [
    'line breaks in a value are blanks',
    { headers: [['X-A', ' 1\r\n\0 2 ']] },
    `curl -i ${address} \\
  -H 'Origin: http://localhost:4000' \\
  -H 'X-A: 1  2'`,
  ],
])('%s', (_, call, command) => {
  expect(curlCommand({ ...plain, ...call }, page, null)).toBe(command);
});

it('of a preflight, says what CORS says', () => {
  const headers = [
    ['Accept', '*/*'],
    ['Origin', page],
    ['X-Origin', 'x'],
    ['Original', 'x'],
    ['Access-Control-Request-Method', 'PUT'],
    ['Access-Control-Request-Headers', 'x-a'],
  ] as const;
  const command = curlCommand({ ...plain, method: 'PUT' }, page, {
    method: 'OPTIONS',
    url: address,
    headers,
    body: null,
  });
  expect(command.split('\n\n')[0]).toBe(`# The preflight
curl -i -X OPTIONS ${address} \\
  -H 'Origin: http://localhost:4000' \\
  -H 'Access-Control-Request-Method: PUT' \\
  -H 'Access-Control-Request-Headers: x-a'`);
});
