import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { bootScript } from './page.ts';

/** A file of the playground, as sent. */
type Asset = { readonly type: string; readonly zipped: Buffer; readonly plain: Buffer };

/** The playground's files by name, and a mark of their contents that changes when they do. */
export type Assets = { readonly version: string; readonly files: ReadonlyMap<string, Asset> };

const script = 'text/javascript; charset=utf-8';

/**
 * The files that yoga's GraphiQL package carries within it. Its own page holds all nine megabytes inline, to be sent
 * again at every visit; as files a browser keeps them, and the page can forbid inline scripts.
 */
export async function loadAssets(): Promise<Assets> {
  // Imported when first asked for: a service that nobody opens in a browser need not hold it.
  const bundle = await import('@graphql-yoga/render-graphiql/graphiql');
  const texts: [name: string, type: string, text: string][] = [
    ['graphiql.css', 'text/css; charset=utf-8', bundle.css],
    ['graphiql.js', script, bundle.js],
    ['boot.js', script, bootScript],
    ['editor.worker.js', script, bundle.editorWorkerService],
    ['json.worker.js', script, bundle.jsonWorker],
    ['graphql.worker.js', script, bundle.graphqlWorker],
  ];
  const hash = createHash('sha256');
  const files = new Map<string, Asset>();
  for (const [name, type, text] of texts) {
    const plain = Buffer.from(text);
    hash.update(plain);
    files.set(name, { type, plain, zipped: await promisify(gzip)(plain) });
  }
  return { version: hash.digest('hex').slice(0, 12), files };
}
