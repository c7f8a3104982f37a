import { formatProblem } from '../../src/dossier/problem.ts';
import { readDossier } from '../../src/dossier/read.ts';
import { edited, minimalDossier } from './minimal.ts';

/** The problems of a dossier, as `line:column path: message`. */
export function problemsOf(yaml: string): string[] {
  const read = readDossier(yaml, 'a.yaml');
  return 'dossier' in read
    ? []
    : read.problems.map((problem) => formatProblem(problem).replace('a.yaml:', ''));
}

/** One edit of the minimal dossier: a piece of it, and what takes its place. */
export type Edit = readonly [piece: string, replacement: string];

/** The minimal dossier after some edits. */
export function minimalWith(...edits: readonly Edit[]): string {
  return edits.reduce((yaml, [piece, replacement]) => edited(yaml, piece, replacement), minimalDossier());
}
