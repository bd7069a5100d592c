import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ isSsrBuild = false }) => ({
  plugins: isSsrBuild ? [] : [react(), tailwindcss()],
  build: {
    outDir: 'dist/web',
    // Every browser of the target preloads modules by itself.
    modulePreload: { polyfill: false },
    target: isSsrBuild ? 'node20' : 'baseline-widely-available',
    copyPublicDir: !isSsrBuild,
    // The benchmark reads in it which chunks the first visit needs.
    manifest: !isSsrBuild,
    // The page's content policy takes no data: fonts, styles or scripts.
    assetsInlineLimit: 0,
    rolldownOptions: isSsrBuild ? { output: { banner: '#!/usr/bin/env node' } } : {},
  },
  // The packed server stands alone; only development has Vite.
  ssr: { noExternal: true as const, external: ['vite'] },
  test: {
    // Real sockets on a busy machine take their time.
    testTimeout: 20_000,
    include: ['{cors,server,web,scripts,bench,conformance}/**/*.test.{ts,tsx}'],
  },
}));
