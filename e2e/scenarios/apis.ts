import { eventStreamType, fontType, imageType, sampleEvents, sampleImage, scriptType } from '#cors';
import {
  type AnswerSpec,
  anyOrigin,
  blocked,
  credentialed,
  get,
  loaded,
  once,
  opaque,
  options,
  post,
  put,
  readable,
  redirect,
  thisPage,
} from './case.ts';

const image = (...lines: string[]): AnswerSpec => ({ type: imageType, body: sampleImage, lines });
const script = (...lines: string[]): AnswerSpec => ({ type: scriptType, lines });
const font = (...lines: string[]): AnswerSpec => ({ type: fontType, lines });
const events = (...lines: string[]): AnswerSpec => ({ type: eventStreamType, body: sampleEvents, lines });
const onPage = 'GET page /orders';
const text = (body: string) => ({ type: 'text', text: body, mime: '' }) as const;
const json = { type: 'blob', text: '{}', mime: 'application/json' } as const;

const byXhr = [
  once({
    name: 'XMLHttpRequest, allowed',
    request: { api: 'xhr' },
    response: { lines: [anyOrigin] },
    expected: readable([get], {
      visible: ['content-length', 'content-type'],
      received: { Origin: ['{page}'] },
    }),
  }),
  once({
    name: 'XMLHttpRequest, nothing about CORS',
    request: { api: 'xhr' },
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'XMLHttpRequest on its own origin',
    request: { api: 'xhr', target: 'page' },
    expected: readable([onPage]),
  }),
  once({
    name: 'XMLHttpRequest, POST of text',
    request: { api: 'xhr', method: 'POST', body: 'one pizza' },
    response: { lines: [anyOrigin] },
    expected: readable([post]),
  }),
  once({
    name: 'a Blob whose type is no MIME type',
    request: { api: 'xhr', method: 'POST', body: { type: 'blob', text: 'one pizza', mime: 'pizza' } },
    preflight: { lines: [anyOrigin] },
    response: { lines: [anyOrigin] },
    expected: blocked('header-not-allowed', [options]),
    chromium: { ...readable([post]), because: 'it sends no Content-Type then' },
    webkit: { ...readable([post]), because: 'it sends no Content-Type then' },
  }),
  once({
    name: 'XMLHttpRequest, POST of text, and somebody listens to the upload',
    request: { api: 'xhr', method: 'POST', body: 'one pizza', uploadListener: true },
    preflight: { lines: [anyOrigin] },
    response: { lines: [anyOrigin] },
    expected: readable([options, post], {
      received: { 'Access-Control-Request-Method': ['POST', null], 'Access-Control-Request-Headers': [null, null] },
    }),
  }),
  once({
    name: 'XMLHttpRequest, somebody listens to the upload, and the preflight is refused',
    request: { api: 'xhr', method: 'POST', body: 'one pizza', uploadListener: true },
    response: { lines: [anyOrigin] },
    expected: blocked('acao-missing', [options]),
  }),
  once({
    name: 'XMLHttpRequest, somebody listens to an upload on its own origin',
    request: { api: 'xhr', target: 'page', method: 'POST', body: 'one pizza', uploadListener: true },
    expected: readable(['POST page /orders']),
  }),
  once({
    name: 'XMLHttpRequest, somebody listens, but there is nothing to upload',
    request: { api: 'xhr', uploadListener: true },
    response: { lines: [anyOrigin] },
    preflight: { lines: [anyOrigin] },
    expected: readable([options, get]),
    chromium: { wire: [get], because: 'Chromium asks only if there is something to upload.' },
  }),
  once({
    name: 'XMLHttpRequest withCredentials, and the wildcard',
    request: { api: 'xhr', credentials: 'include' },
    response: { lines: [anyOrigin] },
    expected: blocked('acao-wildcard-credentials', [get]),
  }),
  once({
    name: 'XMLHttpRequest withCredentials, allowed',
    request: { api: 'xhr', credentials: 'include' },
    response: { lines: [thisPage, credentialed] },
    expected: readable([get]),
  }),
  once({
    name: 'XMLHttpRequest, PUT with a header',
    request: { api: 'xhr', method: 'PUT', headers: ['X-Token: 1'] },
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Methods: PUT', 'Access-Control-Allow-Headers: x-token'] },
    response: { lines: [anyOrigin] },
    expected: readable([options, put]),
  }),
  once({
    name: 'XMLHttpRequest joins two headers of one name',
    request: { api: 'xhr', headers: [`Accept: ${'a'.repeat(100)}`, `Accept: ${'b'.repeat(100)}`] },
    response: { lines: [anyOrigin] },
    preflight: { lines: [anyOrigin] },
    expected: blocked('header-not-allowed', [options], { received: { 'Access-Control-Request-Headers': ['accept'] } }),
  }),
  once({
    name: 'XMLHttpRequest leaves out the body of a GET',
    request: { api: 'xhr', body: 'one pizza' },
    response: { lines: [anyOrigin] },
    expected: readable([get]),
  }),
  once({
    name: 'XMLHttpRequest may not use TRACE',
    request: { api: 'xhr', method: 'TRACE' },
    expected: blocked('method-forbidden', []),
  }),
  once({
    name: 'XMLHttpRequest follows a redirect to another origin',
    request: { api: 'xhr' },
    response: { lines: [anyOrigin], redirects: [redirect('second')] },
    expected: readable([get, 'GET second /@1/orders'], { received: { Origin: ['{page}', 'null'] } }),
  }),
];

const byEventSource = [
  once({
    name: 'EventSource, allowed',
    request: { api: 'event-source' },
    response: events(anyOrigin),
    expected: loaded([get], { received: { Accept: ['text/event-stream'], Origin: ['{page}'] } }),
  }),
  once({
    name: 'EventSource, nothing about CORS',
    request: { api: 'event-source' },
    response: events(),
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'EventSource withCredentials, and the wildcard',
    request: { api: 'event-source', credentials: 'include' },
    response: events(anyOrigin),
    expected: blocked('acao-wildcard-credentials', [get]),
  }),
  once({
    name: 'EventSource that is answered with JSON',
    request: { api: 'event-source' },
    response: { lines: [anyOrigin] },
    expected: blocked('not-usable', [get]),
  }),
  once({
    name: 'EventSource that is answered with 204',
    request: { api: 'event-source' },
    response: { ...events(anyOrigin), status: 204 },
    expected: blocked('not-usable', [get]),
  }),
];

const byBeacon = [
  once({
    name: 'a beacon of text, of which the server says nothing',
    request: { api: 'beacon', body: text('seen') },
    expected: opaque('opaque-beacon', [post], { received: { Origin: ['{page}'] } }),
  }),
  once({
    name: 'a beacon of JSON, preflighted and allowed',
    request: { api: 'beacon', body: json },
    preflight: { lines: [thisPage, credentialed, 'Access-Control-Allow-Headers: content-type'] },
    response: { lines: [thisPage, credentialed] },
    expected: opaque('opaque-beacon', [options, post]),
  }),
  once({
    name: 'a beacon of JSON, and the wildcard',
    request: { api: 'beacon', body: json },
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Headers: content-type'] },
    expected: blocked('acao-wildcard-credentials', [options]),
  }),
  once({
    name: 'a beacon to its own origin',
    request: { api: 'beacon', target: 'page', body: json },
    expected: opaque('opaque-beacon', ['POST page /orders']),
  }),
];

const byElement = [
  once({
    name: 'an image without crossorigin taints the canvas',
    request: { api: 'image', mode: 'no-cors' },
    response: image(anyOrigin),
    expected: opaque('opaque-element', [get], { received: { Origin: [null] } }),
  }),
  once({
    name: 'an image with crossorigin, allowed: the canvas can be read',
    request: { api: 'image' },
    response: image(anyOrigin),
    expected: loaded([get], { received: { Origin: ['{page}'] } }),
  }),
  once({
    name: 'an image with crossorigin, not allowed: not even shown',
    request: { api: 'image' },
    response: image(),
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'an image with crossorigin=use-credentials, and the wildcard',
    request: { api: 'image', credentials: 'include' },
    response: image(anyOrigin),
    expected: blocked('acao-wildcard-credentials', [get]),
  }),
  once({
    name: 'an image of its own origin without crossorigin',
    request: { api: 'image', mode: 'no-cors', target: 'page' },
    response: image(),
    expected: loaded([onPage]),
  }),
  once({
    name: 'an image of its own origin that is redirected to another',
    request: { api: 'image', mode: 'no-cors', target: 'page' },
    response: { ...image(), redirects: [redirect('same-site')] },
    expected: opaque('opaque-element', [onPage, 'GET same-site /@1/orders']),
  }),
  once({
    name: 'an image whose answer has status 404 is shown all the same',
    request: { api: 'image' },
    response: { ...image(anyOrigin), status: 404 },
    expected: loaded([get]),
    firefox: {
      verdict: 'blocked',
      code: 'not-usable',
      because: 'Firefox draws an SVG only if its status is from 200 to 299.',
    },
  }),
  once({
    name: 'an image that is JSON',
    request: { api: 'image' },
    response: { lines: [anyOrigin] },
    expected: blocked('not-usable', [get]),
  }),
  once({
    name: 'an image that Cross-Origin-Resource-Policy keeps back',
    request: { api: 'image', mode: 'no-cors' },
    response: image('Cross-Origin-Resource-Policy: same-origin'),
    expected: blocked('corp-blocked', [get]),
  }),
  once({
    name: 'a script without crossorigin: its errors are muted',
    request: { api: 'script', mode: 'no-cors' },
    response: script(),
    expected: opaque('opaque-element', [get]),
  }),
  once({
    name: 'a script with crossorigin, allowed',
    request: { api: 'script' },
    response: script(anyOrigin),
    expected: loaded([get]),
  }),
  once({
    name: 'a script with crossorigin, not allowed: it does not run',
    request: { api: 'script' },
    response: script(),
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'a script of its own origin without crossorigin',
    request: { api: 'script', mode: 'no-cors', target: 'page' },
    response: script(),
    expected: loaded([onPage]),
  }),
  once({
    name: 'a script with the wrong type',
    request: { api: 'script' },
    response: { type: 'text/plain', lines: [anyOrigin] },
    expected: blocked('not-usable', [get]),
  }),
  once({
    name: 'a script with status 500',
    request: { api: 'script', mode: 'no-cors' },
    response: { ...script(), status: 500 },
    expected: blocked('not-usable', [get]),
  }),
  once({
    name: 'a module script, allowed',
    request: { api: 'module' },
    response: script(anyOrigin),
    expected: loaded([get], { received: { Origin: ['{page}'] } }),
  }),
  once({
    name: 'a module script, nothing about CORS',
    request: { api: 'module' },
    response: script(),
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'a module script with crossorigin=use-credentials, and the wildcard',
    request: { api: 'module', credentials: 'include' },
    response: script(anyOrigin),
    expected: blocked('acao-wildcard-credentials', [get]),
  }),
  once({
    name: 'a module script with the wrong type',
    request: { api: 'module' },
    response: { lines: [anyOrigin] },
    expected: blocked('not-usable', [get]),
  }),
  once({
    name: 'a font, allowed',
    request: { api: 'font' },
    response: font(anyOrigin),
    expected: loaded([get], { received: { Origin: ['{page}'] } }),
    webkit: { received: { Origin: [null] }, because: 'WebKit asks for fonts in mode no-cors.' },
  }),
  once({
    name: 'a font, nothing about CORS',
    request: { api: 'font' },
    response: font(),
    expected: blocked('acao-missing', [get]),
    webkit: { verdict: 'readable', code: '', because: 'WebKit asks for fonts in mode no-cors.' },
  }),
  once({
    name: 'a font of its own origin',
    request: { api: 'font', target: 'page' },
    response: font(),
    expected: loaded([onPage], { received: { Origin: [null] } }),
    chromium: { received: { Origin: ['{page}'] }, because: 'whatever asks in mode cors tells its origin' },
  }),
  once({
    name: 'a font that is JSON',
    request: { api: 'font' },
    response: { lines: [anyOrigin] },
    expected: blocked('not-usable', [get]),
  }),
  once({
    name: 'a font with status 404',
    request: { api: 'font' },
    response: { ...font(anyOrigin), status: 404 },
    expected: blocked('not-usable', [get]),
  }),
];

/** Ways to ask other than fetch(). */
export const apis = [...byXhr, ...byEventSource, ...byBeacon, ...byElement];
