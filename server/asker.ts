import type { RequestListener } from 'node:http';
import { type Origins, otherPagePath } from '#cors';
import { originOfHost } from './hosts.ts';
import { echoSources, pageHeaders } from './page-headers.ts';
import { sendPlain } from './plain.ts';

/** The script of `web/run/ask/elsewhere.ts` as the page's origin serves it, and the folder of all that it imports. */
export interface AskingScript {
  readonly path: string;
  readonly folder: string;
}

/**
 * The other page: a document on the second origin, in which the playground's page asks what it wants asked from there. It
 * heeds no other origin and reaches the echo plane only. Any origin may frame it, as that of the page which the embed
 * stands in does.
 */
export function askerListener(origins: Origins, script: AskingScript, otherwise: RequestListener): RequestListener {
  const isSecond = originOfHost([origins.second]);
  const { page } = origins;
  const echo = echoSources(origins).join(' ');
  const policy = [
    "default-src 'none'",
    `script-src ${page}${script.folder} ${echo}`,
    `font-src ${echo}`,
    `img-src ${echo}`,
    `connect-src ${echo}`,
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; ');
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Another page</title>
<body data-heeds="${page}">
<p>Preflight at <a href="${page}">${page}</a> asks from here, in a frame.</p>
<script type="module" crossorigin src="${page}${script.path}"></script>
`;
  return (request, response) => {
    if (request.url !== otherPagePath || isSecond(request.headers.host) === null) return otherwise(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sendPlain(request, response, 405, 'Only GET and HEAD.\n', ['Allow', 'GET, HEAD']);
    }
    response.writeHead(200, [
      ...pageHeaders.flat(),
      ...['Content-Security-Policy', policy],
      ...['Content-Type', 'text/html; charset=utf-8'],
      ...['Content-Length', String(Buffer.byteLength(html))],
      ...['Cache-Control', 'no-cache'],
    ]);
    response.end(request.method === 'HEAD' ? undefined : html);
  };
}
