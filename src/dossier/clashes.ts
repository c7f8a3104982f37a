import type { Dossier } from './format.ts';
import { declarationsIn, type IdKind } from './places.ts';
import { DossierError, type Path } from './problem.ts';

/** A dossier means another thing by an id than others do: `article` and `path` say where. */
export class ClashError extends DossierError {
  readonly article: string;
  readonly path: Path;

  constructor(article: string, path: Path, message: string) {
    super([], message);
    this.article = article;
    this.path = path;
  }
}

/**
 * Refuses dossiers of which one means another thing by an id than those before it, or than what is stored (`kinds`).
 * Throws ClashError for the first.
 */
export function refuseClashes(dossiers: readonly Dossier[], kinds: ReadonlyMap<string, string>): void {
  const known = new Map<string, string | IdKind | undefined>(kinds);
  for (const dossier of dossiers) {
    for (const { id, kind, path } of declarationsIn(dossier)) {
      const other = known.get(id) ?? kind;
      known.set(id, other);
      if (other !== kind) throw clash(dossier, path, id, [kind, other]);
    }
  }
}

function clash(
  { article }: Dossier,
  path: Path,
  id: string,
  kinds: readonly (string | undefined)[],
): ClashError {
  const [here, there] = kinds;
  const message = `"${id}" is a ${here} in one dossier and a ${there} in another: give one of them another id`;
  return new ClashError(article.id, path, message);
}
