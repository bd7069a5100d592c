import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gallery, glossary } from '#cors';
import { builtAskingScript, builtListener } from './built.ts';
import { type Running, start } from './start.ts';
import { anywhere, headOf, sendRaw } from './testing.ts';

const document = [
  '<title>Preflight</title><meta name="description" content="A playground." />',
  '<script>hello</script><div id="root"></div><script src="/assets/a.js"></script>',
].join('');
let folder = '';
let running: Running;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'preflight-built-'));
  mkdirSync(join(folder, 'web/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not for the web');
  writeFileSync(join(folder, 'web/index.html'), document);
  writeFileSync(join(folder, 'web/assets/a.js'), 'console.log("a")');
  writeFileSync(join(folder, 'web/assets/a.woff2'), 'font');
  running = await start(anywhere, async (origins) => ({
    listener: builtListener(join(folder, 'web'), origins),
    close: async () => {},
  }));
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

const ask = (line: string, lines: readonly string[] = []) =>
  sendRaw(
    running.ports.page,
    [`${line} HTTP/1.1`, `Host: localhost:${running.ports.page}`, ...lines, 'Connection: close', '', ''].join('\r\n'),
  );
const bodyOf = (raw: string) => raw.slice(raw.indexOf('\r\n\r\n') + 4);

describe('the built page', () => {
  test('is served with a policy that lets it ask the echo origins, and be framed by nobody', async () => {
    const raw = await ask('GET /?x=1');
    const { page, 'same-site': same, 'cross-site': cross, second } = running.origins;
    const echo = `${page}/e/ ${same}/e/ ${cross}/e/ ${second}/e/`;
    expect(headOf(raw)).toEqual(
      expect.arrayContaining([
        'HTTP/1.1 200 OK',
        'Content-Type: text/html; charset=utf-8',
        'Cache-Control: no-cache',
        'X-Content-Type-Options: nosniff',
        'Cross-Origin-Opener-Policy: same-origin',
        [
          "Content-Security-Policy: default-src 'none'",
          // The hash of the inline script `hello`.
          `script-src ${page}/assets/ ${echo} 'sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ='`,
          `style-src ${page}/assets/`,
          `font-src ${page}/assets/ ${echo}`,
          `img-src 'self' data: ${echo}`,
          `worker-src ${page}/assets/`,
          `frame-src ${second}/asker`,
          "manifest-src 'self'",
          `connect-src ${page} ${same} ${cross} ${second}`,
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
        ].join('; '),
      ]),
    );
  });

  test('may be framed by anybody as the embed, and only so', async () => {
    const ancestors = async (path: string) => /frame-ancestors ([^\r;]*)/.exec(await ask(`GET ${path}`))?.[1];
    for (const path of ['/?embed', '/?embed=', '/?theme=dark&embed']) expect(await ancestors(path), path).toBe('*');
    for (const path of ['/', '/?x=embed', '/?notembed', '/gallery?embed', '/present?embed', '/assets/a.js?embed'])
      expect(await ancestors(path), path).toBe("'none'");
  });

  test('keeps its assets for a year, the document not at all', async () => {
    expect(headOf(await ask('GET /assets/a.js'))).toContain('Cache-Control: public, max-age=31536000, immutable');
  });

  test('is not sent again to who has it', async () => {
    const etag = headOf(await ask('GET /')).find((line) => line.startsWith('ETag: ')) ?? '';
    const again = await ask('GET /', [etag.replace('ETag', 'If-None-Match')]);
    expect([headOf(again)[0], bodyOf(again)]).toEqual(['HTTP/1.1 304 Not Modified', '']);
  });

  test('is compressed for who can read it', async () => {
    const raw = await ask('GET /assets/a.js', ['Accept-Encoding: br, gzip']);
    expect(headOf(raw)).toEqual(expect.arrayContaining(['Content-Encoding: gzip', 'Vary: Accept-Encoding']));
    expect(gunzipSync(Buffer.from(bodyOf(raw), 'latin1')).toString()).toBe('console.log("a")');
    const font = await ask('GET /assets/a.woff2', ['Accept-Encoding: gzip']);
    expect([headOf(font).includes('Content-Encoding: gzip'), bodyOf(font)]).toEqual([false, 'font']);
  });

  test('says at each cause’s address what it is, to whoever runs no script', async () => {
    const text = bodyOf(await ask('GET /gallery/preflight-answers-401'));
    expect(text).toContain('<title>Preflight answers 401, in Preflight</title>');
    expect(text).toContain('<h1>Preflight answers 401</h1>');
    expect(text).toContain('It does not have HTTP ok status.');
    expect(text).toContain('Answer <code>OPTIONS</code> before anything that checks who is asking');
    expect(text).toContain('<script src="/assets/a.js"></script>');
  });

  test('lists every cause and every term', async () => {
    const causes = bodyOf(await ask('GET /gallery')).match(/href="\/gallery\/[\w-]+"/g) ?? [];
    expect(causes).toContain('href="/gallery/no-allow-origin-header"');
    expect(new Set(causes).size).toBe(gallery.length);
    const terms = bodyOf(await ask('GET /glossary'));
    expect(terms).toContain('<dt id="preflight">preflight</dt>');
    expect(terms).toContain('<a href="/lessons/preflight">Lesson</a>');
    expect(terms).toContain('<a href="#cors-check">CORS check</a>');
    expect(terms.match(/<dt /g)).toHaveLength(glossary.length);
  });

  test('says each lesson’s text and question, with this deployment’s origins', async () => {
    const text = bodyOf(await ask('GET /lessons/origin'));
    expect(text).toContain('<title>What an origin is, in Preflight</title>');
    expect(text).toContain('<li>Two origins: the browser blocks it</li>');
    expect(text).toMatch(/This page came from <code>http:\/\/localhost:\d+<\/code>, and that is its origin/);
    const all = bodyOf(await ask('GET /lessons')).match(/href="\/lessons\/[\w-]+"/g) ?? [];
    expect([all.length, all.at(-1)]).toEqual([20, 'href="/lessons/not-a-firewall"']);
  });

  test('is the same document where no page has been written', async () => {
    expect(bodyOf(await ask('GET /gallery/no-such-cause'))).toBe(document);
    expect(headOf(await ask('GET /gallery/a/b'))).toContain('HTTP/1.1 404 Not Found');
  });

  test('is the same document at /conformance, whose script shows something else', async () => {
    const [page, conformance] = [await ask('GET /'), await ask('GET /conformance?run')];
    expect(headOf(conformance)).toContain('HTTP/1.1 200 OK');
    expect(bodyOf(conformance)).toBe(bodyOf(page));
  });

  test('answers HEAD as GET, without the body', async () => {
    const raw = await ask('HEAD /assets/a.js');
    expect([headOf(raw).includes('Content-Length: 16'), bodyOf(raw)]).toEqual([true, '']);
  });

  test.each(['/nothing', '/../secret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/assets', '/index.html'])(
    'has nothing at %s',
    async (path) => {
      expect(headOf(await ask(`GET ${path}`))[0]).toBe('HTTP/1.1 404 Not Found');
    },
  );

  test('has a script that asks elsewhere, found by its name', () => {
    expect(builtAskingScript(join(folder, 'web'))).toBeNull();
    writeFileSync(join(folder, 'web/assets/elsewhere-CBw_zku-.js'), '');
    expect(builtAskingScript(join(folder, 'web'))).toEqual({
      path: '/assets/elsewhere-CBw_zku-.js',
      folder: '/assets/',
    });
  });

  test('is not written to', async () => {
    const raw = await ask('POST /');
    expect(headOf(raw)).toEqual(expect.arrayContaining(['HTTP/1.1 405 Method Not Allowed', 'Allow: GET, HEAD']));
  });
});
