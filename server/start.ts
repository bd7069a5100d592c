import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Origins } from '#cors';
import { type Config, ConfigError, fillOrigins, type PortName, portVariables } from './config.ts';
import { controlListener } from './control.ts';
import { echoListener, keepAliveSeconds } from './echo.ts';
import { isLoopbackHost, originOfHost } from './hosts.ts';
import { sendMisdirected, sendPlain } from './plain.ts';
import { EndpointStore } from './store.ts';

/** What one listener takes from its clients. Sizes in bytes, times in milliseconds. */
export const connectionBounds = {
  headerSize: 32 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  /** Longer than any plan's delay. */
  idleTimeout: 30_000,
  checkingInterval: 2_000,
  sockets: 512,
};
export type ConnectionBounds = Readonly<typeof connectionBounds>;

/** Makes the listener for the app itself, once its origins are known. `server` is the first one it listens on. */
export type MakeApp = (
  origins: Origins,
  server: Server,
) => Promise<{ listener: RequestListener; close(): Promise<void> }>;

export interface Running {
  readonly origins: Origins;
  readonly ports: Readonly<Record<PortName, number>>;
  readonly store: EndpointStore;
  close(): Promise<void>;
}

/** How long answers that are under way may take to finish when the server closes, in milliseconds. */
const grace = 250;

function makeServer(bounds: ConnectionBounds): Server {
  const server = createServer({
    maxHeaderSize: bounds.headerSize,
    headersTimeout: bounds.headersTimeout,
    requestTimeout: bounds.requestTimeout,
    keepAliveTimeout: keepAliveSeconds * 1000,
    connectionsCheckingInterval: bounds.checkingInterval,
  });
  // Bounded by their size; a number would cut lines off silently.
  server.maxHeadersCount = 0;
  server.timeout = bounds.idleTimeout;
  server.maxConnections = bounds.sockets;
  return server;
}

function listen(server: Server, address: string, port: number, variable: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      reject(new ConfigError(`Port ${port} is taken (${address}). Set ${variable} to another one.`));
    });
    server.listen(port, address, () => {
      const bound: string | AddressInfo | null = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

/** One server for each address, all on the same port. A machine without IPv6 goes without it. */
async function listenOnAll(config: Config, name: PortName, bounds: ConnectionBounds): Promise<[Server[], number]> {
  const servers: Server[] = [];
  let port = config.ports[name];
  for (const address of config.addresses) {
    const server = makeServer(bounds);
    try {
      port = await listen(server, address, port, portVariables[name]);
      servers.push(server);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      const noSuchAddress = code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
      if (!noSuchAddress || servers.length === 0) throw error;
    }
  }
  return [servers, port];
}

function pageListener(
  origins: Origins,
  port: number,
  echo: RequestListener,
  control: RequestListener,
  app: RequestListener,
): RequestListener {
  const originOf = originOfHost([origins.page]);
  return (request, response) => {
    const url = request.url ?? '';
    if (url.startsWith('/e/')) return echo(request, response);
    const isApi = url.startsWith('/api/');
    if (originOf(request.headers.host) === null) {
      const isDocument = !isApi && (request.method === 'GET' || request.method === 'HEAD') && url.startsWith('/');
      if (!isDocument || !isLoopbackHost(request.headers.host, port)) return sendMisdirected(request, response);
      return sendPlain(request, response, 302, 'The page lives elsewhere.\n', ['Location', origins.page + url]);
    }
    return isApi ? control(request, response) : app(request, response);
  };
}

/** Listens, answers, and says at which origins. Rejects with a ConfigError when the configuration cannot be had. */
export async function start(
  config: Config,
  makeApp: MakeApp,
  { store = new EndpointStore(), bounds = connectionBounds }: { store?: EndpointStore; bounds?: ConnectionBounds } = {},
): Promise<Running> {
  const [page, pagePort] = await listenOnAll(config, 'page', bounds);
  const [echo, echoPort] = await listenOnAll(config, 'echo', bounds);
  const [second, secondPort] = await listenOnAll(config, 'second', bounds);
  const servers = [...page, ...echo, ...second];
  const ports = { page: pagePort, echo: echoPort, second: secondPort };
  const origins = fillOrigins(config.origins, ports);
  const [first = makeServer(bounds)] = page;
  const app = await makeApp(origins, first);
  const echoes = echoListener(store, origins);
  const pages = pageListener(origins, pagePort, echoes, controlListener(store, origins), app.listener);
  for (const server of page) server.on('request', pages);
  for (const server of [...echo, ...second]) server.on('request', echoes);

  async function close(): Promise<void> {
    const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
    const impatience = setTimeout(() => {
      for (const server of servers) server.closeAllConnections();
    }, grace);
    await app.close();
    await Promise.all(closed);
    clearTimeout(impatience);
  }
  return { origins, ports, store, close };
}
