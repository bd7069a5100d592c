import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Outsider {
  /** On another site than the playground's page, at a port of its own. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Somebody else's web site: one page, with this in its body, and these headers. */
export async function startOutsider(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Outsider> {
  const html = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Somebody’s blog</title><body style="margin:16px;font-family:Georgia,serif">${body}</body></html>`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
