import type { MakeApp } from './start.ts';

/** The app as Vite serves it from source, with hot reloading over the page's own port. */
export const makeDevApp: MakeApp = async (origins, [server, ...others]) => {
  const { createServer } = await import('vite');
  const vite = await createServer({
    server: {
      middlewareMode: true,
      ...(server ? { hmr: { server } } : {}),
      // Vite's own CORS headers would tell any origin of this machine. Of those, the other page runs a script of the page's.
      cors: { origin: origins.second },
    },
  });
  // Vite listens for its WebSocket on one server, but a browser may come by the other address.
  for (const other of others) other.on('upgrade', (...upgrade) => server?.emit('upgrade', ...upgrade));
  return {
    listener: (request, response) => vite.middlewares(request, response),
    askingScript: { path: '/web/run/ask/elsewhere.ts', folder: '/' },
    close: () => vite.close(),
  };
};
