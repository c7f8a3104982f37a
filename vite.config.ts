import { defineConfig } from 'vite';

/**
 * The service's build: a file for each command, with the packages it needs, so that a start reads a few files where it would
 * read over a thousand. What stays outside brings files of its own, which it looks for beside itself.
 */
export default defineConfig({
  // graphql comes twice in its package and works once in a process.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: { output: { chunkFileNames: '[name]-[hash].js' } },
  },
  ssr: {
    noExternal: true,
    external: ['@grafeo-db/js', '@graphql-yoga/render-graphiql', 'neo4j-driver', 'pino'],
  },
});
