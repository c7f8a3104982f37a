import type { z } from 'zod';
import { dossier } from './format.ts';
import { groupedBy } from './merge.ts';
import { formatPath, type Path } from './problem.ts';
import { describedAt } from './schema-path.ts';
import { nearest } from './strict.ts';

/**
 * Something the format refuses: a value, one whose very shape is wrong, a key, a key that means nothing here, or a key
 * that is not there.
 */
export type Finding = {
  readonly path: Path;
  readonly message: string;
  readonly about: 'VALUE' | 'SHAPE' | 'KEY' | 'UNKNOWN' | 'MISSING';
};

type Issue = z.core.$ZodIssue;

/** What zod found in a dossier, each at the deepest place it stands and each misspelt key by itself. */
export function findingsOf(issues: readonly Issue[], data: unknown): Finding[] {
  const findings = issues.flatMap((issue) => deepest(issue, [])).map((finding) => explained(finding, data));
  const unknown = findings.filter(({ about }) => about === 'UNKNOWN');
  const written = groupedBy(unknown, ({ path }) => formatPath(path.slice(0, -1)));
  // One misspelt key is one mistake, though then the key that was meant is missing, and perhaps the map is incomplete.
  const follows = ({ path, about }: Finding) =>
    about === 'MISSING'
      ? written.get(formatPath(path.slice(0, -1)))?.some((other) => isLike(other.path.at(-1), path.at(-1)))
      : about === 'VALUE' && written.has(formatPath(path));
  return findings.filter((finding) => !follows(finding));
}

const isLike = (written: unknown, meant: unknown) => nearest(String(written), [String(meant)]) !== undefined;

function deepest(issue: Issue, above: Path): Finding[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => {
      return { path: [...path, key], message: messages[index] ?? issue.message, about: 'UNKNOWN' };
    });
  }
  if (issue.code === 'invalid_key') {
    return [{ path, message: issue.issues[0]?.message ?? issue.message, about: 'KEY' }];
  }
  const choice = issue.code === 'invalid_union' ? likeliest(issue.errors) : undefined;
  if (choice) return choice.flatMap((inner) => deepest(inner, path));
  const isShape = issue.code === 'invalid_type' && /^(object|record|array)$/.test(issue.expected);
  return [{ path, message: issue.message, about: isShape ? 'SHAPE' : 'VALUE' }];
}

// Of the choices of a union, the one whose type the value has; none, if it has the type of none.
function likeliest(choices: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return choices.find(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
}

// zod says "undefined" of a key that is not there, and "object" of a map; what should stand there, the format knows.
function explained(finding: Finding, data: unknown): Finding {
  const { path, about } = finding;
  if (about !== 'VALUE' && about !== 'SHAPE') return finding;
  const value = valueAt(data, path);
  if (value === undefined) return { path, message: described('is missing', path), about: 'MISSING' };
  if (value === null) return { path, message: described('is empty', path), about };
  return about === 'SHAPE' ? { path, message: described(finding.message, path), about } : finding;
}

function described(message: string, path: Path): string {
  const text = describedAt(dossier, path);
  return text === undefined ? message : `${message}: ${text}`;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
      ? Reflect.get(value, step)
      : undefined;
  }, data);
}
