import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Origins } from '#cors';
import type { AskingScript } from './asker.ts';
import { contentPolicy, isEmbed, pageHeaders } from './page-headers.ts';
import { sendPlain } from './plain.ts';
import { textOf, withText } from './texts.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const compressible = /text|json|javascript|svg|icon/;

/** Addresses of the page's own, which it tells apart by itself. */
const pagePath = /^\/(conformance|present|glossary|(gallery|lessons)(\/[\w-]*)?)$/;

interface BuiltFile {
  readonly type: string;
  readonly etag: string;
  readonly caching: string;
  readonly plain: Buffer;
  readonly gzipped: Buffer | null;
}

function readBuilt(folder: string): ReadonlyMap<string, BuiltFile> {
  const files = new Map<string, BuiltFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).replaceAll('\\', '/').replace(/^\/?/, '/');
    const type = contentTypes[extname(file)] ?? 'application/octet-stream';
    // Names under /assets/ change with their content.
    const caching = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    files.set(path === '/index.html' ? '/' : path, prepared(type, caching, readFileSync(file)));
  }
  return files;
}

const prepared = (type: string, caching: string, plain: Buffer): BuiltFile => ({
  type,
  etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
  caching,
  plain,
  gzipped: compressible.test(type) ? gzipSync(plain) : null,
});

/** The page at its other addresses: the same document, with what it says there where that can be told without a script. */
function pagesOf(document: BuiltFile | undefined, origins: Origins): (path: string) => BuiltFile | undefined {
  const pages = new Map<string, BuiltFile>();
  return (path) => {
    if (!document || !pagePath.test(path)) return undefined;
    const known = pages.get(path);
    if (known) return known;
    const text = textOf(path, origins);
    // What has no text is not kept: there is no end of addresses that nobody has written a page for.
    if (!text) return document;
    const page = prepared(document.type, document.caching, Buffer.from(withText(document.plain.toString(), text)));
    pages.set(path, page);
    return page;
  };
}

/** The script that asks elsewhere than in the page; null in a folder that was not built from web/. */
export function builtAskingScript(folder: string): AskingScript | null {
  const name = readdirSync(join(folder, 'assets')).find((each) => /^elsewhere-[\w-]+\.js$/.test(each));
  return name === undefined ? null : { path: `/assets/${name}`, folder: '/assets/' };
}

/** The sources of a document's inline scripts, as a content policy names them. */
function inlineScripts(html: string): readonly string[] {
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => script ?? '');
  return scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
}

/** Serves the built page from memory: what is not in the folder when the server starts cannot be asked for. */
export function builtListener(folder: string, origins: Origins): RequestListener {
  const files = readBuilt(folder);
  const pageAt = pagesOf(files.get('/'), origins);
  const inline = inlineScripts(files.get('/')?.plain.toString() ?? '');
  const policy = contentPolicy(origins, inline, "'none'");
  const embedPolicy = contentPolicy(origins, inline, '*');
  return (request, response) => {
    const { url = '' } = request;
    const path = url.split('?', 1)[0] ?? '';
    const file = files.get(path) ?? pageAt(path);
    if (!file) return sendPlain(request, response, 404, 'There is nothing here.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sendPlain(request, response, 405, 'Only GET and HEAD.\n', ['Allow', 'GET, HEAD']);
    }
    for (const [name, value] of pageHeaders) response.setHeader(name, value);
    response.setHeader('Content-Security-Policy', isEmbed(url) ? embedPolicy : policy);
    response.setHeader('Cache-Control', file.caching);
    response.setHeader('ETag', file.etag);
    // For the sandboxed frame, whose origin is `null`, and for the other page. There is nothing in these files that anybody may not read.
    if (path.startsWith('/assets/')) response.setHeader('Access-Control-Allow-Origin', '*');
    if (file.gzipped) response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match']?.includes(file.etag)) {
      response.writeHead(304).end();
      return;
    }
    const gzip = file.gzipped !== null && /\bgzip\b/.test(String(request.headers['accept-encoding']));
    const body = gzip ? (file.gzipped ?? file.plain) : file.plain;
    response.setHeader('Content-Type', file.type);
    if (gzip) response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Content-Length', body.length);
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
