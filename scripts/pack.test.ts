import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allScripts, gzipBytes, pageEntries, scriptOf, scriptsOf, textOf, toPrediction } from './built-scripts.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'preflight-pack-'));
  // What is packed is what was built just before.
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', folder]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package holds what was built, and nothing else', () => {
  expect(readdirSync(join(folder, 'package')).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
  expect(readdirSync(join(folder, 'package', 'dist')).sort()).toEqual(['server', 'web']);
});

test('the script that the first prediction needs is small', () => {
  expect(gzipBytes(scriptsOf(toPrediction))).toBeLessThanOrEqual(120_000);
});

test('no page loads the script of another', () => {
  const entries = pageEntries();
  expect(entries).toEqual(expect.arrayContaining(['web/app.tsx', 'web/conformance/page.tsx', 'web/gallery/page.tsx']));
  for (const entry of entries) {
    const others = entries.filter((other) => other !== entry).map(scriptOf);
    expect(scriptsOf(['index.html', entry]).filter((file) => others.includes(file))).toEqual([]);
  }
});

test.each([
  ['the gallery', 'Browsers keep an answer from every page of another origin unless it says so.'],
  ['the glossary', 'A page with an opaque origin makes no other HTTP requests'],
  ['the lessons', 'is three things taken together: a scheme, a host and a port'],
])('the first prediction does without %s', (_, words) => {
  const holding = allScripts().filter((file) => textOf(file).includes(words));
  expect(holding).not.toEqual([]);
  expect(scriptsOf(toPrediction).filter((file) => holding.includes(file))).toEqual([]);
});

test('unpacked, without any dependency, it starts, serves the page, names a taken port, and ends when told', async () => {
  const env = { ...process.env, PREFLIGHT_PORT: '0', PREFLIGHT_ECHO_PORT: '0', PREFLIGHT_SECOND_PORT: '0' };
  const main = join(folder, 'package', 'dist', 'server', 'main.js');
  const child = spawn(process.execPath, [main], { env, cwd: folder });
  try {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await once(child.stdout, 'data');
    const origin = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? said;

    const page = await fetch(`${origin}/`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('<div id="root">');
    const script = /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
    const asset = await fetch(origin + script);
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await (await fetch(`${origin}/api/server`)).json()).toMatchObject({ origins: { page: origin } });

    const port = new URL(origin).port;
    const another = spawnSync(process.execPath, [main], { env: { ...env, PREFLIGHT_PORT: port }, encoding: 'utf8' });
    expect([another.status, another.stdout, another.stderr]).toEqual([
      1,
      '',
      `Port ${port} of 127.0.0.1 is taken. Set PREFLIGHT_PORT to another one.\n`,
    ]);

    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
  }
});
