import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('load-dossiers.ts', import.meta.url));

/** What a loading process says when it is about to load, and when a statement of its write is over. */
export const begins = 'begins';
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
  untilOver(steps: number): Promise<void>;
  kill(): void;
};

/** Starts a process that loads the dossiers of a file into an embedded store's folder, or the Neo4j at an address. */
export function startLoading(file: string, where: string): Loading {
  const child: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    ['--import', 'tsx', script, file, where],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said: string[] = [];
  const heard = new EventEmitter();
  let over = 0;
  // From the first line on: several can come at once.
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === step) over += 1;
    else if (line !== begins) said.push(line);
    heard.emit(line === step ? stepNumber(over) : line);
  });
  const closed = once(child, 'close');
  const begun = Promise.race([
    once(heard, begins),
    closed.then(() => {
      throw new Error(`It ended before it began: ${said.join('\n')}`);
    }),
  ]).then(() => {});
  const ended = Promise.all([begun, closed]).then(() => said);
  const untilOver = async (steps: number) => {
    if (over < steps) await Promise.race([once(heard, stepNumber(steps)), ended]);
  };
  return { begun, ended, steps: () => over, untilOver, kill: () => void child.kill('SIGKILL') };
}

const stepNumber = (steps: number) => `step ${steps}`;
