import type { Dossier } from './format.ts';
import { type Declaration, declarationsIn } from './places.ts';
import type { Problem, ProblemAt } from './problem.ts';

/** A dossier, with what makes a problem of a place in its file. */
export type LocatedDossier = { readonly dossier: Dossier; readonly at: ProblemAt };

/**
 * What no dossier shows alone: an id that means two things, or an article twice. That articles differ on when something
 * was so is no problem of the dossiers: the graph keeps what each of them tells.
 */
export function problemsAcross(dossiers: readonly LocatedDossier[]): Problem[] {
  const first = new Map<string, Declaration & LocatedDossier>();
  return dossiers.flatMap((located) =>
    declarationsIn(located.dossier).flatMap((declaration) => {
      const other = first.get(declaration.id);
      if (other === undefined) first.set(declaration.id, { ...declaration, ...located });
      const clash = other && clashOf(declaration, other);
      return clash
        ? [located.at(declaration.path, `${clash} in ${placeIn(other)}: give one another id`)]
        : [];
    }),
  );
}

function clashOf({ id, kind }: Declaration, other: Declaration): string | undefined {
  if (kind !== other.kind) return `"${id}" is of kind ${kind} here and of kind ${other.kind}`;
  // The events of its publication follow from the article, and need no problem of their own.
  return kind === 'Article' ? `"${id}" is the id of an article here and of another` : undefined;
}

function placeIn({ at, path }: { readonly at: ProblemAt; readonly path: Declaration['path'] }): string {
  const { file, line, path: place } = at(path, '');
  return `${file}:${line} ${place}`;
}
