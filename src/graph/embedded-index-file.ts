import { open, readFile, rename, rm, stat } from 'node:fs/promises';
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
 */
export function indexFileOf(storeFile: string): IndexFile {
  const path = `${storeFile}.index`;
  const marked = async (mark: StoreMark) => {
    const { size, mtimeMs } = await stat(storeFile);
    return JSON.stringify({ ...mark, size, mtimeMs });
  };
  return {
    async load(mark) {
      const content = await readFile(path).catch(() => null);
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
