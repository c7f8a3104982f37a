import { defineConfig } from 'vite';

/** Packages that stay as they are installed. */
const outside = [
  // Read when they are wanted, and by some never.
  'neo4j-driver',
  'jose',
  'prom-client',
  /^@opentelemetry\//,
  /^@graphql-yoga\/render-graphiql/,
  // Native.
  '@grafeo-db/js',
  // Its thread reads a file of the package.
  'pino',
  // Tells its types apart by the names of its classes, which a build may change.
  'edtf',
];

/**
 * The service's build: our modules and most packages as a file for each command, so that a start reads a few files where it
 * would read more than a thousand. Of graphql, Node would take CommonJS, each call of which goes through an object once it is
 * built in; all of it must be ES modules, or there would be two.
 */
export default defineConfig({
  resolve: {
    mainFields: ['module', 'main'],
    alias: [{ find: /^graphql\/(.+)\.js$/, replacement: 'graphql/$1.mjs' }],
  },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: { external: outside, output: { chunkFileNames: '[name]-[hash].js' } },
  },
});
