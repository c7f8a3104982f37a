import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { explorerFolder } from './folder.ts';

/** Builds the explorer as it is now, as it is for people: a build of before, or one for tests, would prove nothing. */
export default async function build(): Promise<void> {
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const args = ['build', 'web', '--outDir', explorerFolder, '--emptyOutDir', '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, [vite, ...args], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
