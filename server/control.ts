import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Origins, parsePlan } from '#cors';
import packageJson from '../package.json' with { type: 'json' };
import type { EndpointStore } from './store.ts';

/** What the page needs to know of the server it came from. */
export interface ServerInfo {
  readonly origins: Origins;
  readonly version: string;
  readonly boot: string;
}

/** How many endpoints one call may be about. */
const mostAtOnce = 50;

/** Bytes of JSON in which any plan within the limits fits, escapes included. */
const planBytes = 512 * 1024;

const endpointId = /^[\w-]{16}$/;

class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly path: string | undefined;

  constructor(status: ContentfulStatusCode, code: string, message: string, path?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.path = path;
  }
}

/** No other origin's script may speak here, even one that needs no answer: https://w3c.github.io/webappsec-fetch-metadata/ */
const sameOriginOnly = (page: string) =>
  createMiddleware(async (c, next) => {
    const origin = c.req.header('Origin');
    const site = c.req.header('Sec-Fetch-Site');
    if ((origin !== undefined && origin !== page) || (site !== undefined && site !== 'same-origin')) {
      throw new Refusal(403, 'cross-site', 'Only the page itself may use this interface.');
    }
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('X-Content-Type-Options', 'nosniff');
  });

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'bad-json', 'The body is not JSON.');
  }
}

function readId(id: string): string {
  if (!endpointId.test(id)) throw new Refusal(400, 'bad-id', 'An endpoint id is 16 characters of A-Z a-z 0-9 - _.');
  return id;
}

function readIds(ids: readonly string[]): readonly string[] {
  if (ids.length > mostAtOnce) throw new Refusal(400, 'too-many', `At most ${mostAtOnce} endpoints at once.`);
  return ids.map(readId);
}

/** A body sent as application/json, so that no form of another page could send it. */
async function readBody({ req }: Context): Promise<{ readonly json: unknown; readonly size: number }> {
  if (!/^application\/json\s*(;|$)/i.test(req.header('Content-Type') ?? '')) {
    throw new Refusal(415, 'not-json', 'The body must be sent as application/json.');
  }
  const text = await req.text();
  return { json: readJson(text), size: text.length };
}

function readNumber(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d{1,15}$/.test(text)) throw new Refusal(400, 'bad-after', '"after" must be the number of an exchange.');
  return Number(text);
}

/** The control plane: same-origin JSON under /api, with which the page puts its plan and reads what was seen. */
export function controlApp(store: EndpointStore, origins: Origins): Hono {
  const info: ServerInfo = { origins, version: packageJson.version, boot: store.boot };
  const app = new Hono().basePath('/api');
  app.use(sameOriginOnly(origins.page));

  app.get('/server', (c) => c.json(info));

  const boundedBody = bodyLimit({
    maxSize: planBytes,
    onError: () => {
      throw new Refusal(413, 'too-large', 'At most 512 KiB of JSON.');
    },
  });

  app.put('/endpoints/:id/plan', boundedBody, async (c) => {
    const id = readId(c.req.param('id'));
    const { json, size } = await readBody(c);
    const plan = parsePlan(json);
    if (!plan.ok) throw new Refusal(400, 'bad-plan', plan.message, plan.path);
    const { boot, number } = store.put(id, plan.value, size);
    return c.json({ boot, number });
  });

  // Several at once, for those who play many scenarios.
  app.put('/plans', boundedBody, async (c) => {
    const { json, size } = await readBody(c);
    if (typeof json !== 'object' || json === null) throw new Refusal(400, 'bad-plan', 'must be an object');
    const plans = Object.entries(json);
    readIds(plans.map(([id]) => id));
    const parsed = plans.map(([id, input]) => {
      const plan = parsePlan(input);
      if (!plan.ok) throw new Refusal(400, 'bad-plan', plan.message, `${id}.${plan.path}`);
      return { id, plan: plan.value };
    });
    const put = parsed.map(({ id, plan }) => store.put(id, plan, Math.ceil(size / parsed.length)));
    return c.json(Object.fromEntries(put.map(({ id, boot, number }) => [id, { boot, number }])));
  });

  app.get('/exchanges', (c) => {
    const ids = readIds(c.req.query('of')?.split(',') ?? []);
    const found = ids.flatMap((id) => store.find(id) ?? []);
    return c.json(
      Object.fromEntries(found.map((each) => [each.id, { boot: each.boot, ...store.exchangesAfter(each, 0) }])),
    );
  });

  app.get('/endpoints/:id/exchanges', (c) => {
    const endpoint = store.find(readId(c.req.param('id')));
    const after = readNumber(c.req.query('after'));
    if (endpoint === undefined) throw new Refusal(404, 'unknown-endpoint', 'The server does not know this endpoint.');
    return c.json({ boot: endpoint.boot, ...store.exchangesAfter(endpoint, after) });
  });

  app.delete('/endpoints/:ids', (c) => {
    for (const id of readIds(c.req.param('ids').split(','))) store.delete(id);
    return c.body(null, 204);
  });

  app.notFound((c) => c.json({ error: { code: 'not-found', message: 'There is nothing here.' } }, 404));
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    const { status, code, message, path } = error;
    return c.json({ error: { code, message, path } }, status);
  });
  return app;
}

/** The control plane for a node:http server. */
export function controlListener(store: EndpointStore, origins: Origins): RequestListener {
  return getRequestListener(controlApp(store, origins).fetch, { overrideGlobalObjects: false });
}
