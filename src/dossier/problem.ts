import { ThroughlineError } from '../errors.ts';

/** Where a value stands in a dossier: keys and, in lists, numbers from 0. */
export type Path = readonly PropertyKey[];

/** One thing to mend in a dossier: where it stands, as line and column (from 1) and as path, and what to do. */
export type Problem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
};

/** Makes the problem of the value at a path, or of its key, once the lines of a dossier are known. */
export type ProblemAt = (path: Path, message: string, which?: 'VALUE' | 'KEY') => Problem;

/** `['events', 0, 'cites']` → `events[0].cites`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => text + formatStep(step, text === ''), '');
}

function formatStep(step: PropertyKey, first: boolean): string {
  if (typeof step === 'number') return `[${step}]`;
  const name = String(step);
  if (!/^[\p{L}\p{N}_-]+$/u.test(name)) return `[${JSON.stringify(name)}]`;
  return first ? name : `.${name}`;
}

/** One line for a person and for an editor that follows `file:line:column`. */
export function formatProblem({ file, line, column, path, message }: Problem): string {
  return `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${message}`;
}

/** Problems in the order a person reads the file. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** Dossiers that cannot be used as they stand; unless one is given, the message lists every problem. */
export class DossierError extends ThroughlineError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], message = problems.map(formatProblem).join('\n')) {
    super('INVALID_DOSSIER', message);
    this.problems = problems;
  }
}
