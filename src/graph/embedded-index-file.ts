import { open, rename, rm, stat } from 'node:fs/promises';
import type { IndexedParts } from './embedded-index.ts';
import { packParts, unpackParts } from './embedded-parts.ts';

/** What tells one state of a store from every other. */
export type StoreMark = {
  /** The engine's count of commits. */
  readonly epoch: number;
  readonly nodes: number;
  readonly edges: number;
};

/** The file beside a store that holds its index, so that a start need not build it. */
export type IndexFile = {
  /** The index of the store as it stands; null where the file is of another state, or there is none. */
  load(mark: StoreMark): Promise<IndexedParts | null>;
  /** Writes the index of the store as it stands. A file half written never comes into its place. */
  save(mark: StoreMark, parts: IndexedParts): Promise<void>;
};

/**
 * The index file of the store whose file is `storeFile`. Besides the mark, it goes by the size and time of that file,
 * so that a copy that went another way, put in its place, is not taken for it. The engine writes its file at the end
 * only, hence: load after opening, before anything is written; save while it stands, or after closing.
 * What is there is read from now on, so that it is there when the engine, which holds up this thread, has opened.
 */
export async function openIndexFile(storeFile: string): Promise<IndexFile> {
  const path = `${storeFile}.index`;
  const reading = await startReading(path);
  const marked = async (mark: StoreMark) => {
    const { size, mtimeMs } = await stat(storeFile);
    return JSON.stringify({ ...mark, size, mtimeMs });
  };
  return {
    async load(mark) {
      const content = await reading.content;
      return content && (unpackParts(content, await marked(mark)) as IndexedParts | null);
    },
    async save(mark, parts) {
      const written = `${path}.new`;
      const file = await open(written, 'w');
      try {
        await file.writev(packParts(parts, await marked(mark)));
        await file.sync();
      } catch (error) {
        await rm(written, { force: true });
        throw error;
      } finally {
        await file.close();
      }
      await rename(written, path);
    },
  };
}

/** Begins to read a file; null where it cannot be read. One read of all of it needs nothing more of this thread. */
async function startReading(path: string): Promise<{ readonly content: Promise<Uint8Array | null> }> {
  const file = await open(path).catch(() => null);
  if (!file) return { content: Promise.resolve(null) };
  const { size } = await file.stat();
  const content = file
    .read(new Uint8Array(size), 0, size, 0)
    .then(({ buffer, bytesRead }) => (bytesRead === size ? buffer : null))
    .catch(() => null)
    .finally(() => file.close());
  return { content };
}
