import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { cors as honoCors } from 'hono/cors';
import { describe, expect, it } from 'vitest';
import type { HeaderLine, WireRequest } from '../http.ts';
import type { Library, LibraryName } from '../scenario.ts';
import { entries } from './draft.ts';
import { libraryAnswer } from './index.ts';

// The two libraries that are at hand are asked themselves.

type Middleware = (request: object, response: object, next: () => void) => void;
const cors: (options: object) => Middleware = createRequire(import.meta.url)('cors');

const here = 'http://localhost:4000';
const elsewhere = 'https://elsewhere.example';

const requests: readonly (readonly [string, string, readonly HeaderLine[]])[] = [
  ['a plain GET without Origin', 'GET', []],
  ['a GET from the page', 'GET', [['Origin', here]]],
  ['a GET from elsewhere', 'GET', [['Origin', elsewhere]]],
  ['an OPTIONS that is no preflight', 'OPTIONS', [['Origin', here]]],
  ...[here, elsewhere].map(
    (origin) =>
      [
        `a preflight from ${origin}`,
        'OPTIONS',
        [
          ['Origin', origin],
          ['Access-Control-Request-Method', 'PUT'],
          ['Access-Control-Request-Headers', 'content-type,x-token'],
        ],
      ] as const,
  ),
];

const options: readonly (readonly [string, Omit<Library, 'name'>])[] = [
  ['nothing configured', { origins: '*', methods: '', headers: '', expose: '', credentials: false, maxAge: '' }],
  ['one origin', { origins: here, methods: '', headers: '', expose: '', credentials: true, maxAge: '600' }],
  [
    'a list of origins',
    {
      origins: `${here}, https://b.example`,
      methods: 'GET, PUT',
      headers: '',
      expose: '',
      credentials: true,
      maxAge: '',
    },
  ],
  [
    'everything configured',
    {
      origins: '*',
      methods: 'PUT',
      headers: 'x-token, content-type',
      expose: 'X-A, X-B',
      credentials: true,
      maxAge: '0',
    },
  ],
];

const cases = options.flatMap(([configured, library]) =>
  requests.map(([asked, method, headers]) => ({ configured, library, asked, method, headers })),
);

const ours = (name: LibraryName, library: Omit<Library, 'name'>, method: string, headers: readonly HeaderLine[]) => {
  const request: WireRequest = { method, url: 'http://localhost:4001/e/AAAAAAAAAAAAAAAA/orders', headers, body: null };
  const answer = libraryAnswer({ name, ...library }, request, { status: 200, headers: [], body: '' });
  return { status: answer.status, headers: answer.headers };
};

const configuration = ({ origins, methods, headers, expose, credentials, maxAge }: Omit<Library, 'name'>) => ({
  origin: origins.includes(',') ? [...entries(origins)] : origins,
  ...(methods === '' ? {} : { methods: [...entries(methods)], allowMethods: [...entries(methods)] }),
  ...(headers === '' ? {} : { allowedHeaders: [...entries(headers)], allowHeaders: [...entries(headers)] }),
  ...(expose === '' ? {} : { exposedHeaders: [...entries(expose)], exposeHeaders: [...entries(expose)] }),
  ...(maxAge === '' ? {} : { maxAge: Number(maxAge) }),
  credentials,
});

describe('express says what the real cors says', () => {
  it.each(cases)('$configured, $asked', async ({ library, method, headers }) => {
    const sent: HeaderLine[] = [];
    const response = {
      statusCode: 200,
      getHeader: (name: string) => sent.find(([n]) => n === name)?.[1],
      setHeader(name: string, value: string) {
        const at = sent.findIndex(([n]) => n === name);
        sent.splice(at < 0 ? sent.length : at, at < 0 ? 0 : 1, [name, value]);
      },
      end() {},
    };
    const request = {
      method,
      headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    };
    cors(configuration(library))(request, response, () => {});
    expect(ours('express', library, method, headers)).toEqual({
      status: response.statusCode,
      headers: sent.filter(([name]) => name !== 'Content-Length'),
    });
  });
});

describe('hono says what the real hono/cors says', () => {
  it.each(cases)('$configured, $asked', async ({ library, method, headers }) => {
    const app = new Hono().use(honoCors(configuration(library))).all('*', (c) => c.body(null));
    const response = await app.request('/orders', { method, headers: headers.map(([name, value]) => [name, value]) });
    expect(ours('hono', library, method, headers)).toEqual({ status: response.status, headers: [...response.headers] });
  });
});
