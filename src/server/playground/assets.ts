import { createHash } from 'node:crypto';
import { type StaticFile, staticFile } from '../static-file.ts';
import { bootScript } from './page.ts';

/** The playground's files by name, and a mark of their contents that changes when they do. */
export type Assets = { readonly version: string; readonly files: ReadonlyMap<string, StaticFile> };

/**
 * The files that yoga's GraphiQL package carries within it. Its own page holds all nine megabytes inline, to be sent
 * again at every visit; as files a browser keeps them, and the page can forbid inline scripts.
 */
export async function loadAssets(): Promise<Assets> {
  // Imported when first asked for: a service that nobody opens in a browser need not hold it.
  const bundle = await import('@graphql-yoga/render-graphiql/graphiql');
  const texts: [name: string, text: string][] = [
    ['graphiql.css', bundle.css],
    ['graphiql.js', bundle.js],
    ['boot.js', bootScript],
    ['editor.worker.js', bundle.editorWorkerService],
    ['json.worker.js', bundle.jsonWorker],
    ['graphql.worker.js', bundle.graphqlWorker],
  ];
  const hash = createHash('sha256');
  const files = new Map<string, StaticFile>();
  for (const [name, text] of texts) {
    const plain = Buffer.from(text);
    hash.update(plain);
    files.set(name, await staticFile(name, plain));
  }
  return { version: hash.digest('hex').slice(0, 12), files };
}
