import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../config.ts';

const folder = join(projectRoot, 'examples', 'queries');

/** The example queries, in the order of their file names: the tabs the playground opens with. */
export async function readExamples(path = folder): Promise<string[]> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    // Examples are a courtesy: a deployment that left them out still serves.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const queries = names.filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(queries.map((name) => readFile(join(path, name), 'utf8')));
}
