import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** What every page needs: the libraries that draw it, what loads more, and what stands around its content. */
const frame =
  /vite\/preload-helper|\/node_modules\/(react|react-dom|scheduler|zustand|@tanstack)\/|\/web\/(api|server-info|ui\/|shell\/(logo|mishap|origins|site-nav|start|theme)|state\/(preferences|use-theme))/;

/** The rules, and what shows a verdict by them, short of the playground itself. */
const stage = /\/(cors|lucide-react|web\/(?!main|app))\/?.*\.(ts|tsx|mjs)$/;

export default defineConfig(({ isSsrBuild = false }) => ({
  plugins: isSsrBuild ? [] : [react(), tailwindcss()],
  build: {
    outDir: 'dist/web',
    modulePreload: {
      // Every browser of the target preloads modules by itself.
      polyfill: false,
      // The first script would name all small parts of every page; a page that needs one tells soon enough.
      resolveDependencies: (_, files, { hostId }) =>
        hostId.includes('assets/index-') ? files.filter((file) => /\.css$|\/(frame|stage)-/.test(file)) : files,
    },
    target: isSsrBuild ? 'node20' : 'baseline-widely-available',
    copyPublicDir: !isSsrBuild,
    // The benchmark reads in it which chunks the first visit needs.
    manifest: !isSsrBuild,
    // The page's content policy takes no data: fonts, styles or scripts.
    assetsInlineLimit: 0,
    rolldownOptions: isSsrBuild
      ? { output: { banner: '#!/usr/bin/env node' } }
      : {
          // The playground is an entry of its own only to make what it begins with `$initial`.
          input: ['index.html', 'web/app.tsx'],
          // Nothing here reads a property only for what its getter does.
          treeshake: { propertyReadSideEffects: false },
          // Few scripts on the first visit: many small ones compress badly, each being compressed by itself.
          output: {
            codeSplitting: {
              groups: [
                { name: 'frame', test: frame, tags: ['$initial'], priority: 1 },
                { name: 'stage', test: stage, tags: ['$initial'] },
              ],
            },
          },
        },
  },
  // The packed server stands alone; only development has Vite.
  ssr: { noExternal: true as const, external: ['vite'] },
  test: {
    // Real sockets on a busy machine take their time.
    testTimeout: 20_000,
    include: ['{cors,server,web,scripts,bench,conformance}/**/*.test.{ts,tsx}'],
  },
}));
