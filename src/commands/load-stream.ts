import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { loadStream, type StreamCounts } from '../dossier/stream/load-stream.ts';
import { ThroughlineError } from '../errors.ts';
import { type Command, counted } from './command.ts';
import { createProgress, type Progress } from './progress.ts';
import { withStore } from './store.ts';

/** What `throughline load --stream` is told: a file of dossiers, a line of JSON each, or `-` for standard input. */
export type LoadStreamArgs = { readonly stream: string; readonly wait?: boolean };

/** `throughline load --stream FILE`: stores a stream of dossiers batch by batch, and says how far it is. */
export const loadFromStream: Command<LoadStreamArgs> = async ({ stream, wait }, output) => {
  const { input, file, total } = await open(stream);
  try {
    return await withStore({ wait }, output, async (store) => {
      await store.ensureSchema();
      const progress = createProgress(process.stderr);
      const start = Date.now();
      const told = (counts: StreamCounts) => progressOf(counts, total, (Date.now() - start) / 1000);
      const onProgress = (counts: StreamCounts) => progress.update(told(counts));
      const result = await loadStream(store, input, { file, onProgress });
      progress.end(told(result));
      const { loaded, unchanged, revision } = result;
      output.print(
        `${counted(loaded, 'dossier')} loaded, ${unchanged} unchanged; the graph is at revision ${revision}`,
      );
      return 0;
    });
  } finally {
    // Standard input that is still open would keep the process waiting.
    input.destroy();
  }
};

type Input = { readonly input: Readable; readonly file: string; readonly total?: number };

async function open(stream: string): Promise<Input> {
  if (stream === '-') return { input: process.stdin, file: 'standard input' };
  const found = await stat(stream).catch((cause: NodeJS.ErrnoException) => {
    const message = cause.code === 'ENOENT' ? 'no such file' : `cannot be read (${cause.code})`;
    throw new ThroughlineError('INVALID_DOSSIER', `${stream}: ${message}`, { cause });
  });
  if (found.isDirectory())
    throw new ThroughlineError(
      'INVALID_DOSSIER',
      `${stream}: is a folder; a stream is one file, or - for standard input`,
    );
  // A pipe has a name too, and no size.
  return { input: createReadStream(stream), file: stream, ...(found.isFile() && { total: found.size }) };
}

function progressOf(
  { loaded, unchanged, bytes }: StreamCounts,
  total: number | undefined,
  seconds: number,
): Progress {
  const rate = seconds > 0 ? Math.round((loaded + unchanged) / seconds) : 0;
  const passed = unchanged > 0 ? ` (${unchanged} there already)` : '';
  return {
    done: bytes,
    total,
    text: `${counted(loaded + unchanged, 'dossier')}${passed} · ${rate} a second`,
  };
}
