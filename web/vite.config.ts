import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the service listens in development; the page asks Vite, and Vite asks the service. */
const service = `http://127.0.0.1:${process.env.PORT ?? '4000'}`;

/**
 * The explorer's build. What it makes must run under a policy without `unsafe-inline`, so nothing is written into the
 * page, and no asset into another.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/graphql': service, '/playground': service, '/health': service },
    fs: { allow: ['..'] },
  },
});
