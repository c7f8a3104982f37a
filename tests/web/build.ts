import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { explorerFolder } from './folder.ts';

// Vitest loads this file anew for each project that needs the explorer; what they share is the process.
const run = globalThis as { explorerBuilt?: Promise<void> };

/** Builds the explorer once in a run, for all projects whose tests look at that one. */
export default function buildOnce(): Promise<void> {
  run.explorerBuilt ??= buildExplorer(explorerFolder);
  return run.explorerBuilt;
}

/**
 * Builds the explorer into a folder as it is now, as it is for people: a build of before, or one for tests, would prove
 * nothing.
 */
export async function buildExplorer(folder: string): Promise<void> {
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const args = ['build', 'web', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, [vite, ...args], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
