import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Item, itemsOfFolder, itemsOfLines } from '../dossier/stream/items.ts';
import { loadStream, type StreamCounts } from '../dossier/stream/load-stream.ts';
import { ThroughlineError } from '../errors.ts';
import { type Command, counted } from './command.ts';
import { createProgress, type Progress } from './progress.ts';
import { withStore } from './store.ts';

/**
 * What `throughline load --stream` is told: a file of dossiers, a line of JSON each; `-` for standard input; or a folder
 * of dossiers in YAML.
 */
export type LoadStreamArgs = { readonly stream: string; readonly wait?: boolean };

/** `throughline load --stream FILE`: stores a stream of dossiers batch by batch, and says how far it is. */
export const loadFromStream: Command<LoadStreamArgs> = async ({ stream, wait }, output) => {
  const { items, total, close } = await open(stream);
  try {
    return await withStore({ wait }, output, async (store) => {
      await store.ensureSchema();
      const progress = createProgress(process.stderr);
      const start = Date.now();
      const told = (counts: StreamCounts) => progressOf(counts, total, (Date.now() - start) / 1000);
      const result = await loadStream(store, items, {
        onProgress: (counts) => progress.update(told(counts)),
      });
      progress.end(told(result));
      const { loaded, unchanged, revision } = result;
      output.print(
        `${counted(loaded, 'dossier')} loaded, ${unchanged} unchanged; the graph is at revision ${revision}`,
      );
      return 0;
    });
  } finally {
    close();
  }
};

/** `total` is how many bytes there are, where that is known. */
type Opened = { readonly items: AsyncIterable<Item>; readonly total?: number; close(): void };

async function open(stream: string): Promise<Opened> {
  if (stream === '-') return ofLines(process.stdin, 'standard input');
  const found = await stat(stream).catch((cause: NodeJS.ErrnoException) => {
    const message = cause.code === 'ENOENT' ? 'no such file or folder' : `cannot be read (${cause.code})`;
    throw new ThroughlineError('INVALID_DOSSIER', `${stream}: ${message}`, { cause });
  });
  if (found.isDirectory()) return { ...(await itemsOfFolder(stream)), close: () => {} };
  // A pipe has a name too, and no size.
  return { ...ofLines(createReadStream(stream), stream), ...(found.isFile() && { total: found.size }) };
}

function ofLines(input: NodeJS.ReadStream | ReturnType<typeof createReadStream>, file: string): Opened {
  // Standard input that is still open would keep the process waiting.
  return { items: itemsOfLines(input, file), close: () => void input.destroy() };
}

function progressOf(counts: StreamCounts, total: number | undefined, seconds: number): Progress {
  const count = counts.loaded + counts.unchanged;
  const rate = seconds > 0 ? Math.round(count / seconds) : 0;
  const passed = counts.unchanged > 0 ? ` (${counts.unchanged} there already)` : '';
  return { done: counts.done, total, text: `${counted(count, 'dossier')}${passed} · ${rate} a second` };
}
