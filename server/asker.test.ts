import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, start } from './start.ts';
import { anywhere, headOf, sendRaw, startForTest } from './testing.ts';

let running: Running;
beforeAll(async () => {
  running = await startForTest();
});
afterAll(() => running.close());

const ask = (line: string, port = running.ports.second, host = `localhost:${running.ports.second}`) =>
  sendRaw(port, `${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
const bodyOf = (raw: string) => raw.slice(raw.indexOf('\r\n\r\n') + 4);

describe('the other page', () => {
  test('runs one script of the page, reaches the echo plane only, and is framed wherever the embed is', async () => {
    const { page, 'same-site': same, 'cross-site': cross, second } = running.origins;
    const echo = `${page}/e/ ${same}/e/ ${cross}/e/ ${second}/e/`;
    expect(headOf(await ask('GET /asker'))).toEqual(
      expect.arrayContaining([
        'HTTP/1.1 200 OK',
        'Content-Type: text/html; charset=utf-8',
        'X-Content-Type-Options: nosniff',
        'Cross-Origin-Opener-Policy: same-origin',
        [
          "Content-Security-Policy: default-src 'none'",
          `script-src ${page}/assets/ ${echo}`,
          `font-src ${echo}`,
          `img-src ${echo}`,
          `connect-src ${echo}`,
          "base-uri 'none'",
          "form-action 'none'",
          'frame-ancestors *',
        ].join('; '),
      ]),
    );
  });

  test('heeds the page and nobody else', async () => {
    const html = bodyOf(await ask('GET /asker'));
    expect(html).toContain(`<body data-heeds="${running.origins.page}">`);
    expect(html).toContain(
      `<script type="module" crossorigin src="${running.origins.page}/assets/elsewhere-x.js"></script>`,
    );
  });

  test('holds nothing of what was asked', async () => {
    expect(headOf(await ask('GET /asker?<script>'))[0]).toBe('HTTP/1.1 404 Not Found');
    expect(headOf(await ask('GET /asker/'))[0]).toBe('HTTP/1.1 404 Not Found');
  });

  test('answers HEAD as GET, without the body', async () => {
    const [whole, head] = [await ask('GET /asker'), await ask('HEAD /asker')];
    expect(bodyOf(head)).toBe('');
    expect(headOf(head)).toContain(`Content-Length: ${bodyOf(whole).length}`);
  });

  test('is not written to', async () => {
    expect(headOf(await ask('POST /asker'))).toEqual(
      expect.arrayContaining(['HTTP/1.1 405 Method Not Allowed', 'Allow: GET, HEAD']),
    );
  });

  test('is there for its own host only', async () => {
    const { echo, second } = running.ports;
    expect(headOf(await ask('GET /asker', second, 'evil.example'))[0]).toBe('HTTP/1.1 421 Misdirected Request');
    expect(headOf(await ask('GET /asker', echo, `localhost:${echo}`))[0]).toBe('HTTP/1.1 404 Not Found');
    expect(headOf(await ask('GET /asker', echo, `127.0.0.1:${echo}`))[0]).toBe('HTTP/1.1 404 Not Found');
  });

  test('is not there without a script', async () => {
    const bare = await start(anywhere, async () => ({ listener: () => {}, close: async () => {} }));
    const raw = await ask('GET /asker', bare.ports.second, `localhost:${bare.ports.second}`);
    await bare.close();
    expect(headOf(raw)[0]).toBe('HTTP/1.1 404 Not Found');
  });
});
