import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('load-dossiers.ts', import.meta.url));

/** What a loading process says when a statement of its write is over. */
export const step = 'a statement is over';

/** A process that loads dossiers into a store of its own. */
export type Loading = {
  /** Resolves when it is about to load. */
  readonly begun: Promise<void>;
  /** What it said after that but of its statements, line by line, when it has ended. */
  readonly ended: Promise<readonly string[]>;
  /** How many statements of its write are over. */
  steps(): number;
  /** Resolves when so many statements of its write are over, or it has ended. */
  come(steps: number): Promise<void>;
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
  const steps = new EventEmitter();
  let over = 0;
  const reader = createInterface({ input: child.stdout });
  const begun = once(reader, 'line').then(([line]) => {
    if (line !== 'begins') throw new Error(`It said ${line}`);
    reader.on('line', (next) => {
      if (next !== step) return void lines.push(next);
      over += 1;
      steps.emit(`${over}`);
    });
  });
  const ended = Promise.all([begun, once(child, 'close')]).then(() => lines);
  const come = async (wanted: number) => {
    if (over < wanted) await Promise.race([once(steps, `${wanted}`), ended]);
  };
  return { begun, ended, steps: () => over, come, kill: () => void child.kill('SIGKILL') };
}
