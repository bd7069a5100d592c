import { describe, expect, it, test } from 'vitest';
import { type RequestSpec, redirect, type ScenarioSpec, scenario } from '../spec.ts';
import { reproduction } from './reproduction.ts';

function filesOf(title: string, spec: ScenarioSpec = {}) {
  const made = reproduction(scenario(title, spec), 0);
  if (!made.ok) throw new Error(made.because);
  return made;
}

test('a redirect and a preflight, as a person would write them down', () => {
  const { page, server, open } = filesOf('PUT,\nredirected', {
    requests: [{ method: 'PUT' }],
    preflight: { lines: ['Access-Control-Allow-Origin: {origin}', 'Access-Control-Allow-Methods: PUT'] },
    response: {
      lines: ['Access-Control-Allow-Origin: {origin in {page} https://app.example}'],
      redirects: [redirect('second', { status: 307 })],
    },
  });
  expect(open).toBe('http://localhost:8010/page.html');
  expect(page).toBe(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>PUT, redirected</title>
<h1>PUT, redirected</h1>
<button onclick="location.reload()">Run again</button>
<pre><output>Waiting …</output></pre>
<script>
async function ask() {
  const response = await fetch("http://localhost:8011/orders", {
    method: "PUT",
  });
  const headers = [...response.headers].map(([name, value]) => \`\${name}: \${value}\`);
  return [\`Readable: status \${response.status}\`, ...headers, '', await response.text()].join('\\n');
}

const show = (told) => {
  document.querySelector('output').textContent = told;
};
ask().then(show, (error) => show(\`Blocked: \${error}\`));
</script>
`);
  expect(server).toBe(`// PUT, redirected
//
// With Node.js 20 or newer, beside page.html; there is nothing to install:
//   node server.mjs
// Then open http://localhost:8010/page.html

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

// Each port is an origin of its own.
for (const port of [8010, 8011, 8012]) createServer(handle).listen(port, '127.0.0.1');

function handle(request, response) {
  const { method, url } = request;
  const { origin } = request.headers;
  if (url === '/page.html') {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(readFileSync(new URL('page.html', import.meta.url)));
    return;
  }
  console.log(method, url, origin ?? '');

  // How many redirects led here.
  const hop = Number(/^\\/hop-(\\d+)\\//.exec(url)?.[1] ?? 0);
  if (method === 'OPTIONS') {
    // The answer to the preflight.
    send(response, 204, [
      ['Access-Control-Allow-Origin', origin],
      ['Access-Control-Allow-Methods', 'PUT'],
    ]);
    return;
  }
  if (hop === 0) {
    // A redirect to http://localhost:8012.
    send(response, 307, [
      ['Location', 'http://localhost:8012/hop-1/orders'],
      ...(['http://localhost:8010', 'https://app.example'].includes(origin) ? [['Access-Control-Allow-Origin', origin]] : []),
      ['Cache-Control', 'no-store'],
    ]);
    return;
  }
  // The answer to the request.
  send(response, 200, [
    ['Content-Type', 'application/json'],
    ...(['http://localhost:8010', 'https://app.example'].includes(origin) ? [['Access-Control-Allow-Origin', origin]] : []),
  ], '{"ok":true}');
}

// The lines go out as they stand: their order, their case, and those that are there twice.
function send(response, status, lines, body = '') {
  response.writeHead(status, lines.flat());
  response.end(body);
}
`);
});

test('what was expected and what happened stand on the page, and no text ends its script', () => {
  const given = {
    ...scenario('<b>&', { requests: [{ headers: ['X: </script><script><!--'] }] }),
    expect: 'A > B',
    seen: { browser: 'Firefox 153', verdict: 'blocked', code: 'acao-missing', request: 0 } as const,
  };
  const made = reproduction(given, 0);
  if (!made.ok) throw new Error(made.because);
  expect(made.page).toContain('<h1>&lt;b&gt;&amp;</h1>\n<p>Expected: A &gt; B</p>');
  expect(made.page).toContain('<p>Happened: blocked in Firefox 153 (acao-missing).</p>');
  expect(made.page).toContain(String.raw`"\x3C/script>\x3Cscript>\x3C!--"`);
});

describe('what cannot be written down this way', () => {
  it.each<[string, RequestSpec, string]>([
    ['a beacon', { api: 'beacon' }, 'A page is told nothing about its beacons'],
    ['an image in a worker', { api: 'image', context: 'worker' }, 'A worker has nothing to ask with'],
    ['a method of one’s own', { method: 'YAK', target: 'page' }, 'does not know the method `YAK`'],
    ['a path that is taken', { path: '/page.html?a' }, '`/page.html` is the page itself there'],
  ])('%s', (_, request, because) => {
    const made = reproduction(scenario('', { requests: [request] }), 0);
    expect(made.ok ? '' : made.because).toContain(because);
  });

  it('is not a method that no preflight lets pass', () => {
    expect(filesOf('', { requests: [{ method: 'YAK' }] }).page).toContain('method: "YAK"');
  });

  it('is a request that is not there', () => {
    expect(reproduction(scenario('', {}), 1)).toEqual({ ok: false, because: 'There is no such request.' });
    expect(reproduction(scenario('', { cache: true }), 0)).toEqual({
      ok: false,
      because: 'What a cache in front answers depends on earlier requests, and these files make one.',
    });
  });
});
