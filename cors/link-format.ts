import { defaultAnswer, defaultPreflight, defaultRequest } from './defaults.ts';
import type { HeaderLine } from './http.ts';
import type { Answer, Scenario } from './scenario.ts';

// Everything here is version 1 of the link format, and stays as it is for as long as such links are to be read: the
// letters, the defaults that are left out, and above all the dictionary. A field that old links do not have may be added
// with a letter of its own. What is better goes into a version 2.

/** How one value is written in a link's JSON. `pack` gives undefined for a value that is left out. */
interface Part {
  readonly pack: (value: unknown) => unknown;
  readonly unpack: (json: unknown) => unknown;
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const unlessSame = (json: unknown, fallback: unknown): unknown =>
  JSON.stringify(json) === JSON.stringify(fallback) ? undefined : json;

const plain = (fallback: unknown): Part => ({ pack: (value) => unlessSame(value, fallback), unpack: (json) => json });

/** Header lines as one flat list of names and values. */
const lines = (fallback: readonly HeaderLine[]): Part => ({
  pack: (value) => unlessSame(Array.isArray(value) ? value.flat() : value, fallback.flat()),
  unpack: (json) =>
    Array.isArray(json)
      ? Array.from({ length: Math.ceil(json.length / 2) }, (_, n) => json.slice(2 * n, 2 * n + 2))
      : json,
});

const record = (fields: Readonly<Record<string, readonly [letter: string, part: Part]>>): Part => ({
  pack: (value) => {
    if (!isRecord(value)) return value;
    const packed = Object.entries(fields)
      .map(([name, [letter, part]]) => [letter, part.pack(Reflect.get(value, name))] as const)
      .filter(([, json]) => json !== undefined);
    return packed.length === 0 ? undefined : Object.fromEntries(packed);
  },
  unpack: (json) =>
    isRecord(json)
      ? Object.fromEntries(
          Object.entries(fields)
            .filter(([, [letter]]) => Object.hasOwn(json, letter))
            .map(([name, [letter, part]]) => [name, part.unpack(Reflect.get(json, letter))]),
        )
      : json,
});

const orNull = (part: Part): Part => ({
  pack: (value) => (value === null ? undefined : (part.pack(value) ?? {})),
  unpack: part.unpack,
});

const listOf = (part: Part, fallback: readonly unknown[]): Part => ({
  pack: (value) => unlessSame(Array.isArray(value) ? value.map((entry) => part.pack(entry) ?? {}) : value, fallback),
  unpack: (json) => (Array.isArray(json) ? json.map(part.unpack) : json),
});

const request = record({
  target: ['o', plain(defaultRequest.target)],
  path: ['u', plain(defaultRequest.path)],
  method: ['m', plain(defaultRequest.method)],
  headers: ['h', lines(defaultRequest.headers)],
  body: ['b', orNull(record({ type: ['y', plain('text')], text: ['s', plain('')], mime: ['i', plain('')] }))],
  credentials: ['c', plain(defaultRequest.credentials)],
  mode: ['n', plain(defaultRequest.mode)],
  redirect: ['d', plain(defaultRequest.redirect)],
  cache: ['a', plain(defaultRequest.cache)],
  referrerPolicy: ['f', plain(defaultRequest.referrerPolicy)],
  keepalive: ['k', plain(defaultRequest.keepalive)],
  api: ['p', plain(defaultRequest.api)],
  context: ['x', plain(defaultRequest.context)],
  uploadListener: ['l', plain(defaultRequest.uploadListener)],
});

const cookie = record({
  name: ['n', plain('')],
  value: ['v', plain('')],
  sameSite: ['a', plain('')],
  secure: ['s', plain(false)],
  httpOnly: ['h', plain(false)],
});

const redirect = record({
  to: ['o', plain('cross-site')],
  status: ['s', plain(302)],
  cors: ['c', plain(true)],
  userinfo: ['u', plain(false)],
});

const answer = (defaults: Answer): Part =>
  record({
    status: ['s', plain(defaults.status)],
    headers: ['h', lines(defaults.headers)],
    body: ['b', plain(defaults.body)],
    delay: ['w', plain(defaults.delay)],
    cookies: ['k', listOf(cookie, defaults.cookies)],
    redirects: ['d', listOf(redirect, defaults.redirects)],
  });

const library = record({
  name: ['n', plain('express')],
  origins: ['o', plain('')],
  methods: ['m', plain('')],
  headers: ['h', plain('')],
  expose: ['e', plain('')],
  credentials: ['c', plain(false)],
  maxAge: ['a', plain('')],
});

const seen = record({
  browser: ['b', plain('')],
  verdict: ['v', plain('blocked')],
  code: ['c', plain('')],
  request: ['r', plain(0)],
});

const scenario = record({
  title: ['t', plain('')],
  expect: ['x', plain('')],
  requests: ['r', listOf(request, [{}])],
  plan: [
    'p',
    record({
      preflight: ['f', answer(defaultPreflight)],
      response: ['r', answer(defaultAnswer)],
      library: ['l', orNull(library)],
      cache: ['c', plain(false)],
    }),
  ],
  seen: ['s', orNull(seen)],
});

/** The scenario as JSON with short keys, without whatever is the default. */
export const packScenario = (value: Scenario): unknown => scenario.pack(value) ?? {};

/** Packed JSON with its long names back, unchecked. */
export const unpackScenario = (json: unknown): unknown => scenario.unpack(json);

/** What links are likely to hold, the likeliest last: the nearer a repetition, the shorter its reference. */
export const dictionary = [
  'no-referrer-when-downgrade","strict-origin-when-cross-origin","unsafe-url","only-if-cached","force-cache","no-cache',
  '"reload","no-store","navigate","multipart","bytes","blob","data-url","unparsable","no-location","jub0bs","rs-cors',
  '"fastify","starlette","django","spring","tower","nginx","hono","express","Lax","Strict","None","d":"manual"',
  'Referrer-Policy","Cache-Control","no-store","ETag","X-Request-Id","X-Total-Count","X-Requested-With","Accept',
  '-Language","Range","Cookie","Cross-Origin-Resource-Policy","same-origin","same-site","cross-origin","If-None-Match',
  '"Timing-Allow-Origin","Access-Control-Allow-Private-Network","Access-Control-Request-Headers","Authorization',
  '","Bearer "application/x-www-form-urlencoded","text/html","text/plain;charset=UTF-8","text/plain","/me","/items/1',
  '"{"t":"The server says nothing about CORS is not sent, because the response is opaque and cannot be read even though ',
  'it answers with a permission that does not serve. The preflight is answered by a redirect to another origin, and the ',
  'browser stops the request before it was sent. A header that is not on the list, a method in the wrong case, allowed ',
  'with credentials, without a cookie. The page cannot read what it needs from the same site, across sites, of its own. ',
  'preflighted blocked readable exposed remembered wildcard forbidden safelisted a value two values a name no ',
  '"},"l":{"n":"fastify","o":"{page}","m":"GET, POST, PUT, DELETE","h":"Content-Type, Authorization","c":true,"a":"600"}',
  '"HEAD","OPTIONS","PATCH","DELETE","POST","m":"POST","b":{"s":"{\\"status\\":\\"paid\\"}"}}],"n":"no-cors"',
  '"https://app.example.com","http://localhost:3000","null","https://example.com","X-Token","t-4f81","TRUE',
  '"s":404,"s":500,"s":401,"s":403,"s":200,"k":[{"n":"session","v":"1","a":"None"}]}}}{page}","Vary","Origin',
  '","{origin}","{origin in {page} "{requested-headers}","{requested-method}","Access-Control-Expose-Headers","X-',
  '","Access-Control-Max-Age","86400","600"]},"r":{"d":[{"o":"second","s":307},{"o":"cross-site","s":308}]}}}',
  '","r":[{"o":"page","o":"cross-site","u":"/orders/42","m":"PUT","h":["X-Token","1","Content-Type","application/json"',
  '],"b":{"s":""}}],"p":{"r":{"h":["Content-Type","application/json"]}}}","r":[{"c":"include"}],"p":{"f":{"h":["Access',
  '-Control-Allow-Origin","{page}","Access-Control-Allow-Credentials","true","Access-Control-Allow-Methods","GET, POST, ',
  'PUT, PATCH, DELETE","Access-Control-Allow-Headers","content-type, authorization, x-token"]},"r":{"h":["Content-Type',
  '","application/json","Access-Control-Allow-Origin","{page}","Access-Control-Allow-Credentials","true"]}}}","r":[{"m":"PUT',
  '"}],"p":{"f":{"h":["Access-Control-Allow-Origin","*","Access-Control-Allow-Methods","PUT"]},"r":{"h":["Content-Type',
  '","application/json","Access-Control-Allow-Origin","*"]}}}","p":{"r":{"h":["Content-Type","application/json","Access',
  '-Control-Allow-Origin","{page}"]}}}","p":{"r":{"h":["Content-Type","application/json","Access-Control-Allow-Origin",',
  '"*"]}}}',
].join('');
