import type { MakeApp } from './start.ts';

/** The app as Vite serves it from source, with hot reloading over the page's own port. */
export const makeDevApp: MakeApp = async (_origins, [server, ...others]) => {
  const { createServer } = await import('vite');
  const vite = await createServer({
    server: {
      middlewareMode: true,
      ...(server ? { hmr: { server } } : {}),
      // Vite's own CORS headers would tell other origins more than the built page does.
      cors: false,
    },
  });
  // Vite listens for its WebSocket on one server, but a browser may come by the other address.
  for (const other of others) other.on('upgrade', (...upgrade) => server?.emit('upgrade', ...upgrade));
  return { listener: (request, response) => vite.middlewares(request, response), close: () => vite.close() };
};
