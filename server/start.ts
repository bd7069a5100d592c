import { createServer, type RequestListener, type Server } from 'node:http';
import type { Origins } from '#cors';
import { acceptAnyMethod } from './any-method.ts';
import { type AskingScript, askerListener } from './asker.ts';
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

/** The app itself, and the script of it that the other page runs; without that there is no other page. */
export interface App {
  readonly listener: RequestListener;
  readonly askingScript?: AskingScript | null;
  close(): Promise<void>;
}

/** Makes the app once its origins are known; `servers` are those it will be asked on. */
export type MakeApp = (origins: Origins, servers: readonly Server[]) => Promise<App>;

export interface Running {
  readonly origins: Origins;
  readonly ports: Readonly<Record<PortName, number>>;
  readonly store: EndpointStore;
  close(): Promise<void>;
}

/** How long answers that are under way may take to finish when the server closes, in milliseconds. */
const grace = 250;

/** Origins are known only once all ports are: who asks before that is told so, not kept waiting. */
const notReady: RequestListener = (request, response) =>
  sendPlain(request, response, 503, 'The server is starting.\n', ['Retry-After', '1']);

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
  acceptAnyMethod(server);
  server.on('request', notReady);
  return server;
}

const unavailable = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/** Resolves to the port, or to null when this machine does not have the address. */
function listen(server: Server, address: string, port: number, variable: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? error.message;
      if (unavailable.includes(code)) return resolve(null);
      const reason = code === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${code})`;
      reject(new ConfigError(`Port ${port} of ${address} ${reason}. Set ${variable} to another one.`));
    });
    server.listen(port, address, () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

/** Adds one server for each address, all on the same port. A machine without IPv6 goes without it. */
async function listenOnAll(
  config: Config,
  name: PortName,
  bounds: ConnectionBounds,
  servers: Server[],
): Promise<number> {
  let port: number | null = null;
  for (const address of config.addresses) {
    const server = makeServer(bounds);
    const bound = await listen(server, address, port ?? config.ports[name], portVariables[name]);
    if (bound === null) continue;
    port = bound;
    servers.push(server);
  }
  if (port === null)
    throw new ConfigError(`PREFLIGHT_HOST must be an address of this machine, not "${config.addresses}".`);
  return port;
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
  const servers: Record<PortName, Server[]> = { page: [], echo: [], second: [] };
  const all = () => Object.values(servers).flat();
  try {
    const ports = {
      page: await listenOnAll(config, 'page', bounds, servers.page),
      echo: await listenOnAll(config, 'echo', bounds, servers.echo),
      second: await listenOnAll(config, 'second', bounds, servers.second),
    };
    const origins = fillOrigins(config.origins, ports);
    const app = await makeApp(origins, servers.page);
    const echo = echoListener(store, origins);
    const page = pageListener(origins, ports.page, echo, controlListener(store, origins), app.listener);
    const { askingScript } = app;
    const others = askingScript ? askerListener(origins, askingScript, echo) : echo;
    for (const server of all())
      server.off('request', notReady).on('request', servers.page.includes(server) ? page : others);
    const close = async () => {
      await Promise.all([app.close(), closeAll(all())]);
    };
    return { origins, ports, store, close };
  } catch (error) {
    await closeAll(all());
    throw error;
  }
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
  const impatience = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, grace);
  await Promise.all(closed);
  clearTimeout(impatience);
}
