import type { FindingCode } from '../findings.ts';
import type { HeaderLine, WireResponse } from '../http.ts';
import type { Browser, FetchCall, Server, Verdict } from '../outcome.ts';
import { imageType, sampleImage } from '../samples.ts';

/** One fetch by a page, the answers it meets in their order (null: none comes), and what becomes of it. */
export interface Case {
  readonly name: string;
  readonly call: FetchCall;
  readonly answers: readonly (WireResponse | null)[];
  /** The standard, where none is named. */
  readonly browser?: Browser;
  /** http://localhost:4000, where none is named. */
  readonly page?: string;
  readonly verdict: Verdict;
  readonly code: FindingCode | null;
}

export const casePage = 'http://localhost:4000';

/** A plain GET from http://localhost:4000 to http://localhost:4001, but for what is given. */
export function callOf(given: Partial<FetchCall> = {}): FetchCall {
  return {
    api: 'fetch',
    context: 'document',
    url: 'http://localhost:4001/orders',
    method: 'GET',
    headers: [],
    body: null,
    credentials: 'same-origin',
    mode: 'cors',
    redirect: 'follow',
    cache: 'default',
    referrerPolicy: '',
    keepalive: false,
    uploadListener: false,
    ...given,
  };
}

/** An answer with an empty body. A header line is written as on the wire, `Name: value`. */
export function reply(status: number, ...lines: readonly string[]): WireResponse {
  const headers = lines.map((line): HeaderLine => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
  });
  return { status, statusText: '', headers, body: '' };
}

/** An answer that can be drawn. */
const image = (...lines: readonly string[]): WireResponse => ({
  ...reply(200, `Content-Type: ${imageType}`, ...lines),
  body: sampleImage,
});

/** Gives these answers, one after the other, and then none. */
export function serverOf(answers: readonly (WireResponse | null)[]): Server {
  const rest = answers.values();
  return () => rest.next().value ?? null;
}

const anyone = 'Access-Control-Allow-Origin: *';
const thisPage = 'Access-Control-Allow-Origin: http://localhost:4000';
const withCookies = 'Access-Control-Allow-Credentials: true';
const include = { credentials: 'include' } as const;
const put = { method: 'PUT' } as const;
const elsewhere = 'Location: http://localhost:4002/moved';

/** At least one case for every finding there is, and for each way of getting through. */
export const cases: readonly Case[] = [
  {
    name: 'the server allows any page',
    call: callOf(),
    answers: [reply(200, anyone)],
    verdict: 'readable',
    code: null,
  },
  {
    name: 'the page asks its own server',
    call: callOf({ url: 'http://localhost:4000/orders' }),
    answers: [reply(200)],
    verdict: 'readable',
    code: null,
  },
  {
    name: 'a preflight allows PUT with a token',
    call: callOf({ method: 'PUT', headers: [['Authorization', 'Bearer x']] }),
    answers: [
      reply(204, anyone, 'Access-Control-Allow-Methods: PUT', 'Access-Control-Allow-Headers: authorization'),
      reply(200, anyone),
    ],
    verdict: 'readable',
    code: null,
  },
  {
    name: 'cookies are included and the server agrees',
    call: callOf(include),
    answers: [reply(200, thisPage, withCookies)],
    verdict: 'readable',
    code: null,
  },
  {
    name: 'a bracket makes the URL unreadable',
    call: callOf({ url: 'http://[/orders' }),
    answers: [],
    verdict: 'blocked',
    code: 'url-invalid',
  },
  {
    name: 'the URL carries a password',
    call: callOf({ url: 'http://user:secret@localhost:4001/orders' }),
    answers: [],
    verdict: 'blocked',
    code: 'url-credentials',
  },
  {
    name: 'mode navigate is not for scripts',
    call: callOf({ mode: 'navigate' }),
    answers: [],
    verdict: 'blocked',
    code: 'mode-navigate',
  },
  {
    name: 'only-if-cached needs mode same-origin',
    call: callOf({ cache: 'only-if-cached' }),
    answers: [],
    verdict: 'blocked',
    code: 'only-if-cached-mode',
  },
  {
    name: 'a method with a blank in it',
    call: callOf({ method: 'GET IT' }),
    answers: [],
    verdict: 'blocked',
    code: 'method-invalid',
  },
  {
    name: 'TRACE is forbidden',
    call: callOf({ method: 'trace' }),
    answers: [],
    verdict: 'blocked',
    code: 'method-forbidden',
  },
  {
    name: 'no-cors takes no PUT',
    call: callOf({ method: 'PUT', mode: 'no-cors' }),
    answers: [],
    verdict: 'blocked',
    code: 'no-cors-method',
  },
  {
    name: 'a header name with a blank in it',
    call: callOf({ headers: [['X Y', '1']] }),
    answers: [],
    verdict: 'blocked',
    code: 'header-name-invalid',
  },
  {
    name: 'a header value over two lines',
    call: callOf({ headers: [['X-Y', 'one\ntwo']] }),
    answers: [],
    verdict: 'blocked',
    code: 'header-value-invalid',
  },
  {
    name: 'GET with a body',
    call: callOf({ body: { type: 'text', text: 'hello', mime: '' } }),
    answers: [],
    verdict: 'blocked',
    code: 'body-with-get',
  },
  {
    name: 'the port of SMTP',
    call: callOf({ url: 'http://localhost:25/orders' }),
    answers: [],
    verdict: 'blocked',
    code: 'bad-port',
  },
  {
    name: 'a secure page asks an insecure server',
    call: callOf({ url: 'http://api.example/orders' }),
    page: 'https://shop.example',
    answers: [],
    verdict: 'blocked',
    code: 'mixed-content',
  },
  {
    name: 'fetch does not speak FTP',
    call: callOf({ url: 'ftp://localhost/orders' }),
    answers: [],
    verdict: 'blocked',
    code: 'scheme-unsupported',
  },
  {
    name: 'mode same-origin goes nowhere else',
    call: callOf({ mode: 'same-origin' }),
    answers: [],
    verdict: 'blocked',
    code: 'same-origin-mode',
  },
  {
    name: 'no-cors has to follow redirects',
    call: callOf({ mode: 'no-cors', redirect: 'manual' }),
    answers: [],
    verdict: 'blocked',
    code: 'no-cors-redirect-mode',
  },
  {
    name: 'only-if-cached, and nothing is cached',
    call: callOf({ url: 'http://localhost:4000/orders', mode: 'same-origin', cache: 'only-if-cached' }),
    answers: [],
    verdict: 'blocked',
    code: 'not-cached',
  },
  {
    name: 'the server says nothing about CORS',
    call: callOf(),
    answers: [reply(200)],
    verdict: 'blocked',
    code: 'acao-missing',
  },
  {
    name: 'the wildcard does not go with cookies',
    call: callOf(include),
    answers: [reply(200, anyone, withCookies)],
    verdict: 'blocked',
    code: 'acao-wildcard-credentials',
  },
  {
    name: 'proxy and application both add the header',
    call: callOf(),
    answers: [reply(200, anyone, anyone)],
    verdict: 'blocked',
    code: 'acao-multiple',
  },
  {
    name: 'an allowed origin without its scheme',
    call: callOf(),
    answers: [reply(200, 'Access-Control-Allow-Origin: www.shop.example')],
    verdict: 'blocked',
    code: 'acao-invalid',
  },
  {
    name: 'the server allows another page',
    call: callOf(),
    answers: [reply(200, 'Access-Control-Allow-Origin: http://localhost:3000')],
    verdict: 'blocked',
    code: 'acao-mismatch',
  },
  {
    name: 'cookies are included and the server does not mention them',
    call: callOf(include),
    answers: [reply(200, thisPage)],
    verdict: 'blocked',
    code: 'acac-missing',
  },
  {
    name: 'True is not true',
    call: callOf(include),
    answers: [reply(200, thisPage, 'Access-Control-Allow-Credentials: True')],
    verdict: 'blocked',
    code: 'acac-not-true',
  },
  {
    name: 'the preflight is sent on',
    call: callOf(put),
    answers: [reply(301, anyone, elsewhere)],
    verdict: 'blocked',
    code: 'preflight-redirect',
  },
  {
    name: 'the preflight needs a login',
    call: callOf(put),
    answers: [reply(401, anyone)],
    verdict: 'blocked',
    code: 'preflight-status',
  },
  {
    name: 'the allowed methods are quoted',
    call: callOf(put),
    answers: [reply(204, anyone, 'Access-Control-Allow-Methods: "PUT"')],
    verdict: 'blocked',
    code: 'acam-invalid',
  },
  {
    name: 'the allowed headers are separated by semicolons',
    call: callOf({ headers: [['X-A', '1']] }),
    answers: [reply(204, anyone, 'Access-Control-Allow-Headers: X-A; X-B')],
    verdict: 'blocked',
    code: 'acah-invalid',
  },
  {
    name: 'the preflight does not list PUT',
    call: callOf(put),
    answers: [reply(204, anyone, 'Access-Control-Allow-Methods: GET, POST')],
    verdict: 'blocked',
    code: 'method-not-allowed',
  },
  {
    name: 'the preflight does not list a header',
    call: callOf({ headers: [['X-Trace', '1']] }),
    answers: [reply(204, anyone, 'Access-Control-Allow-Headers: Content-Type')],
    verdict: 'blocked',
    code: 'header-not-allowed',
  },
  {
    name: 'the wildcard does not cover Authorization',
    call: callOf({ headers: [['Authorization', 'Bearer x']] }),
    answers: [reply(204, anyone, 'Access-Control-Allow-Headers: *')],
    verdict: 'blocked',
    code: 'authorization-not-listed',
  },
  {
    name: 'browsers let the wildcard cover Authorization',
    call: callOf({ headers: [['Authorization', 'Bearer x']] }),
    answers: [reply(204, anyone, 'Access-Control-Allow-Headers: *'), reply(200, anyone)],
    browser: 'chromium',
    verdict: 'readable',
    code: null,
  },
  {
    name: 'redirects are errors',
    call: callOf({ redirect: 'error' }),
    answers: [reply(302, anyone, elsewhere)],
    verdict: 'blocked',
    code: 'redirect-mode-error',
  },
  {
    name: 'a redirect to nowhere that can be read',
    call: callOf(),
    answers: [reply(302, anyone, 'Location: http://[')],
    verdict: 'blocked',
    code: 'redirect-location-invalid',
  },
  {
    name: 'a redirect to a data: URL',
    call: callOf(),
    answers: [reply(302, anyone, 'Location: data:text/plain,hello')],
    verdict: 'blocked',
    code: 'redirect-scheme',
  },
  {
    name: 'a redirect to itself, for ever',
    call: callOf(),
    answers: Array.from({ length: 30 }, () => reply(302, anyone, 'Location: /orders')),
    verdict: 'blocked',
    code: 'redirect-too-many',
  },
  {
    name: 'a redirect with a password',
    call: callOf(),
    answers: [reply(302, anyone, 'Location: http://user:secret@localhost:4002/moved')],
    verdict: 'blocked',
    code: 'redirect-userinfo',
  },
  {
    name: 'the resource is for its own origin only',
    call: callOf({ mode: 'no-cors' }),
    answers: [reply(200, 'Cross-Origin-Resource-Policy: same-origin')],
    verdict: 'blocked',
    code: 'corp-blocked',
  },
  {
    name: 'the server is down',
    call: callOf(),
    answers: [null],
    verdict: 'blocked',
    code: 'no-answer',
  },
  {
    name: 'no-cors gets an answer that it cannot look into',
    call: callOf({ mode: 'no-cors' }),
    answers: [reply(200)],
    verdict: 'opaque',
    code: 'opaque-no-cors',
  },
  {
    name: 'a redirect that is not followed',
    call: callOf({ redirect: 'manual' }),
    answers: [reply(302, anyone, elsewhere)],
    verdict: 'opaque',
    code: 'opaque-redirect',
  },
  {
    name: 'an image without crossorigin, of an answer that says nothing about CORS',
    call: callOf({ api: 'image', mode: 'no-cors' }),
    answers: [image()],
    verdict: 'opaque',
    code: 'opaque-element',
  },
  {
    name: 'an image with crossorigin, of an answer that allows anyone',
    call: callOf({ api: 'image' }),
    answers: [image(anyone)],
    verdict: 'readable',
    code: null,
  },
  {
    name: 'an image of an answer that is none',
    call: callOf({ api: 'image' }),
    answers: [reply(200, anyone, 'Content-Type: application/json')],
    verdict: 'blocked',
    code: 'not-usable',
  },
  {
    name: 'a script with status 404',
    call: callOf({ api: 'script' }),
    answers: [reply(404, anyone, 'Content-Type: text/javascript')],
    verdict: 'blocked',
    code: 'not-usable',
  },
  {
    name: 'a beacon, of whose answer nobody is told',
    call: callOf({ api: 'beacon', body: { type: 'text', text: 'seen', mime: '' } }),
    answers: [reply(204)],
    verdict: 'opaque',
    code: 'opaque-beacon',
  },
  {
    name: 'a beacon with JSON, whose preflight is not answered as it should be',
    call: callOf({ api: 'beacon', body: { type: 'blob', text: '{}', mime: 'application/json' } }),
    answers: [reply(404)],
    verdict: 'blocked',
    code: 'acao-missing',
  },
  {
    name: 'an image in a worker',
    call: callOf({ api: 'image', context: 'worker' }),
    answers: [],
    verdict: 'blocked',
    code: 'api-missing',
  },
  {
    name: 'XMLHttpRequest with a listener to its upload, whose preflight is refused',
    call: callOf({ api: 'xhr', method: 'POST', body: { type: 'text', text: 'a', mime: '' }, uploadListener: true }),
    answers: [reply(204), reply(200, anyone)],
    verdict: 'blocked',
    code: 'acao-missing',
  },
  {
    name: 'XMLHttpRequest without one needs no preflight',
    call: callOf({ api: 'xhr', method: 'POST', body: { type: 'text', text: 'a', mime: '' } }),
    answers: [reply(200, anyone)],
    verdict: 'readable',
    code: null,
  },
  {
    name: 'a sandboxed frame is another origin even to the server that it came from',
    call: callOf({ url: `${casePage}/orders`, context: 'sandboxed-iframe' }),
    answers: [reply(200, thisPage)],
    verdict: 'blocked',
    code: 'acao-mismatch',
  },
  {
    name: 'a sandboxed frame is allowed as null',
    call: callOf({ context: 'sandboxed-iframe' }),
    answers: [reply(200, 'Access-Control-Allow-Origin: null')],
    verdict: 'readable',
    code: null,
  },
];
