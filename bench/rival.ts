import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import cors from 'cors';
import express from 'express';
import { Hono } from 'hono';
import { cors as honoCors } from 'hono/cors';
import { body, corsLines, otherLines } from './answer.ts';

// One server of the comparison in a process of its own: says its port, and ends with its parent.

type Ready = (port: number) => void;

function bare(ready: Ready): void {
  const head = [...corsLines, ...otherLines, ['Content-Length', String(Buffer.byteLength(body))]].flat();
  const server = createServer((_, response) => {
    response.writeHead(200, head);
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => ready(portOf(server.address())));
}

function withExpress(ready: Ready): void {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(cors({ origin: true, credentials: true }));
  app.all('/e/:id/orders', (_, response) => {
    for (const [name, value] of otherLines) response.set(name, value);
    response.send(body);
  });
  const server = app.listen(0, '127.0.0.1', () => ready(portOf(server.address())));
}

function withHono(ready: Ready): void {
  const app = new Hono();
  app.use(honoCors({ origin: (origin) => origin, credentials: true }));
  app.all('/e/:id/orders', (c) => c.body(body, 200, Object.fromEntries(otherLines)));
  const server = createAdaptorServer(app);
  server.listen(0, '127.0.0.1', () => ready(portOf(server.address())));
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

const rivals: Readonly<Record<string, (ready: Ready) => void>> = { bare, express: withExpress, hono: withHono };
rivals[process.argv[2] ?? '']?.((port) => console.log(port));
