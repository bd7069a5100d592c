import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FetchCall } from '../outcome.ts';
import { bodyTypes, cacheModes, credentialsModes, redirectModes, referrerPolicies, requestModes } from '../scenario.ts';
import { callCode } from './call-code.ts';

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
const url = '"http://localhost:4001/e/abcdefghij_-0123/orders"';

it.each<[string, Partial<FetchCall>, string]>([
  ['nothing but the URL', {}, `await fetch(${url});`],
  [
    'the call that the page shows first',
    {
      method: 'PUT',
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Token', 't-4f81'],
      ],
      body: { type: 'text', text: '{"status":"paid"}', mime: '' },
    },
    `await fetch(${url}, {
  method: "PUT",
  headers: {
    "Content-Type": "application/json",
    "X-Token": "t-4f81",
  },
  body: '{"status":"paid"}',
});`,
  ],
  [
    'a header twice',
    {
      headers: [
        ['X-A', '1'],
        ['x-a', '2'],
      ],
    },
    `await fetch(${url}, {
  headers: [
    ["X-A", "1"],
    ["x-a", "2"],
  ],
});`,
  ],
  [
    'a form',
    { method: 'POST', body: { type: 'form', text: 'a=b&c=d', mime: '' } },
    `await fetch(${url}, {
  method: "POST",
  body: new URLSearchParams("a=b&c=d"),
});`,
  ],
  [
    'a multipart form',
    { method: 'POST', body: { type: 'multipart', text: 'a=b&c=d+e', mime: '' } },
    `const form = new FormData();
form.append("a", "b");
form.append("c", "d e");

await fetch(${url}, {
  method: "POST",
  body: form,
});`,
  ],
  [
    'a blob',
    { method: 'POST', body: { type: 'blob', text: 'x', mime: 'image/png' } },
    `await fetch(${url}, {
  method: "POST",
  body: new Blob(["x"], { type: "image/png" }),
});`,
  ],
  [
    'every other setting',
    {
      mode: 'no-cors',
      credentials: 'include',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'origin',
      keepalive: true,
    },
    `await fetch(${url}, {
  mode: "no-cors",
  credentials: "include",
  redirect: "manual",
  cache: "no-store",
  referrerPolicy: "origin",
  keepalive: true,
});`,
  ],
])('%s', (_, given, code) => {
  expect(callCode({ ...plain, ...given })).toBe(code);
});

const from = { context: 'worker' } as const;
const frame = { context: 'sandboxed-iframe' } as const;
it.each<readonly [Partial<FetchCall>, string]>([
  [{ api: 'xhr' }, `const xhr = new XMLHttpRequest();\nxhr.open("GET", ${url});\nxhr.send();`],
  [
    {
      api: 'xhr',
      method: 'PUT',
      headers: [
        ['X-A', '1'],
        ['X-A', '2'],
      ],
      body: { type: 'multipart', text: 'a=b', mime: '' },
      credentials: 'include',
      uploadListener: true,
    },
    `const form = new FormData();
form.append("a", "b");

const xhr = new XMLHttpRequest();
xhr.open("PUT", ${url});
xhr.withCredentials = true;
xhr.setRequestHeader("X-A", "1");
xhr.setRequestHeader("X-A", "2");
xhr.upload.addEventListener("progress", () => {});
xhr.send(form);`,
  ],
  [{ api: 'event-source', headers: [['Accept', 'text/event-stream']] }, `new EventSource(${url});`],
  [{ api: 'event-source', credentials: 'include' }, `new EventSource(${url}, { withCredentials: true });`],
  [{ api: 'beacon' }, `navigator.sendBeacon(${url});`],
  [
    { api: 'beacon', body: { type: 'blob', text: '{}', mime: 'application/json' } },
    `navigator.sendBeacon(${url}, new Blob(["{}"], { type: "application/json" }));`,
  ],
  [{ api: 'image', mode: 'no-cors', credentials: 'include' }, `<img src=${url}>`],
  [{ api: 'image' }, `<img crossorigin src=${url}>`],
  [
    { api: 'image', url: 'http://localhost:4001/?a&b="' },
    '<img crossorigin src="http://localhost:4001/?a&amp;b=&quot;">',
  ],
  [{ api: 'script', credentials: 'include' }, `<script crossorigin="use-credentials" src=${url}></script>`],
  [{ api: 'module' }, `<script type="module" src=${url}></script>`],
  [
    { api: 'module', credentials: 'include' },
    `<script type="module" crossorigin="use-credentials" src=${url}></script>`,
  ],
  [{ api: 'font' }, `await new FontFace("Sample", 'url(${url})').load();`],
  [from, `// In a worker\nawait fetch(${url});`],
  [frame, `// In <iframe sandbox="allow-scripts">\nawait fetch(${url});`],
  [{ api: 'image', ...frame }, `<!-- In <iframe sandbox="allow-scripts"> -->\n<img crossorigin src=${url}>`],
])('%o', (given, code) => {
  expect(callCode({ ...plain, ...given })).toBe(code);
});

const AsyncFunction: new (...source: string[]) => (fetch: (...given: unknown[]) => void) => Promise<void> =
  Object.getPrototypeOf(async () => {}).constructor;

/** What `fetch()` is given when the code runs. */
async function run(code: string): Promise<readonly unknown[]> {
  let taken: readonly unknown[] = [];
  await new AsyncFunction('fetch', code)((...given) => {
    taken = given;
  });
  return taken;
}

describe('the code, when it runs,', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('"', "'", `"'`, '\\', '\n', '`'));
  const calls = fc.record<FetchCall>({
    url: text,
    method: text,
    headers: fc.array(fc.tuple(fc.oneof(text, fc.constantFrom('__proto__', 'X-A', 'x-a')), text)),
    body: fc.option(fc.record({ type: fc.constantFrom(...bodyTypes), text, mime: text })),
    credentials: fc.constantFrom(...credentialsModes),
    mode: fc.constantFrom(...requestModes),
    redirect: fc.constantFrom(...redirectModes),
    cache: fc.constantFrom(...cacheModes),
    referrerPolicy: fc.constantFrom(...referrerPolicies),
    keepalive: fc.boolean(),
    api: fc.constant('fetch'),
    context: fc.constant('document'),
    uploadListener: fc.constant(false),
  });

  it('makes the very call', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (call) => {
        const { body: given, url: address, headers: lines, ...settings } = call;
        const [taken, options = {}] = await run(callCode(call));
        expect(taken).toBe(address);
        const { body, headers = [], ...others } = { ...plain, ...Object(options), url: undefined };
        expect({ ...others, url: undefined }).toEqual({ ...settings, url: undefined });
        expect(Array.isArray(headers) ? headers : Object.entries(headers)).toHaveLength(lines.length);
        expect(new Map(Array.isArray(headers) ? headers : Object.entries(headers))).toEqual(new Map(lines));
        if (given?.type === 'text') expect(body).toBe(given.text);
        if (given?.type === 'form') expect(String(body)).toBe(String(new URLSearchParams(given.text)));
        if (given?.type === 'multipart') expect(body).toBeInstanceOf(FormData);
        if (given?.type === 'bytes') expect(body).toEqual(new TextEncoder().encode(given.text));
        if (given?.type === 'blob') expect(body).toBeInstanceOf(Blob);
      }),
    );
  });
});
