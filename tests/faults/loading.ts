import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('load-dossiers.ts', import.meta.url));

/** A process that loads dossiers into a store of its own. */
export type Loading = {
  /** Resolves when it is about to load. */
  readonly begun: Promise<void>;
  /** What it said after that, line by line, when it has ended. */
  readonly ended: Promise<readonly string[]>;
  kill(): void;
};

/** Starts a process that loads the dossiers of a file into an embedded store's folder, or the Neo4j at an address. */
export function startLoading(file: string, where: string): Loading {
  const child: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    ['--import', 'tsx', script, file, where],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const begun = once(reader, 'line').then(([line]) => {
    if (line !== 'begins') throw new Error(`It said ${line}`);
    reader.on('line', (next) => lines.push(next));
  });
  const ended = Promise.all([begun, once(child, 'close')]).then(() => lines);
  return { begun, ended, kill: () => void child.kill('SIGKILL') };
}
