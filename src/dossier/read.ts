import type { z } from 'zod';
import { checkDossier, checkDraft } from './check.ts';
import { draftOf } from './draft.ts';
import { findingsOf } from './findings.ts';
import { type Dossier, dossier as format } from './format.ts';
import { plainWords } from './plain-words.ts';
import { inReadingOrder, type Problem, type ProblemAt } from './problem.ts';
import { readYaml } from './yaml.ts';

/** A dossier that may be used, with the way back from a path to its line; or all its problems. */
export type ReadDossier =
  | { readonly dossier: Dossier; readonly at: ProblemAt }
  | { readonly problems: readonly Problem[] };

/**
 * Reads a dossier: its YAML, its format and its sense. A fault of the first kind hides the others; faults of the
 * second and third are found together. `file` is the name that problems carry.
 */
export function readDossier(yamlText: string, file: string): ReadDossier {
  const yaml = readYaml(yamlText, file);
  if (yaml.at === undefined) return yaml;
  const { data, at } = yaml;
  const { dossier, problems } = readData(data, at);
  const all = inReadingOrder([...yaml.problems, ...problems]);
  return dossier && all.length === 0 ? { dossier, at } : { problems: all };
}

/** Reads a dossier that is plain data: its format and its sense. It may be used where there are no problems. */
export function readData(
  data: unknown,
  at: ProblemAt,
): { readonly dossier?: Dossier; readonly problems: readonly Problem[] } {
  const parsed = format.safeParse(data, { error: plainWords });
  if (!parsed.success) return { problems: problemsOf(parsed.error.issues, data, at) };
  return { dossier: parsed.data, problems: checkDossier(parsed.data, at) };
}

function problemsOf(issues: readonly z.core.$ZodIssue[], data: unknown, at: ProblemAt): Problem[] {
  const findings = findingsOf(issues, data);
  const faults = findings.map(({ path }) => path);
  const ofForm = findings.map(({ path, message, about }) => {
    return at(path, message, about === 'VALUE' || about === 'SHAPE' ? 'VALUE' : 'KEY');
  });
  return [...ofForm, ...checkDraft(draftOf(data, faults), at)];
}
