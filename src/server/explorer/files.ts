import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { projectRoot } from '../../config.ts';
import { type StaticFile, staticFile } from '../static-file.ts';

/** The explorer as built: its page, and its other files by their address. */
export type Explorer = { readonly page: StaticFile; readonly files: ReadonlyMap<string, StaticFile> };

/** Where `npm run build` puts it. */
const built = join(projectRoot, 'dist', 'web');

/** Reads the built explorer into memory; gives undefined where it has not been built. */
export async function readExplorer(folder = built): Promise<Explorer | undefined> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const entries = names
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      const address = path.slice(folder.length).split(sep).join('/');
      return [address, await staticFile(name, await readFile(path))] as const;
    });
  const files = new Map(await Promise.all(entries));
  const page = files.get('/index.html');
  return page && { page, files };
}
