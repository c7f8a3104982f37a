import { folded } from '../model/keys.ts';
import type { EntityKind } from '../model/vocabulary.ts';
import { reportedDay } from './dates.ts';
import type { Dossier, EntityEntry } from './format.ts';
import { firstGiven, groupedBy, united } from './merge.ts';
import type { NodeRow } from './plan.ts';
import { DossierError } from './problem.ts';

type Declared = { article: string; reported: string; entry: EntityEntry };

/** Plans the entities of dossiers (newest first): each once, names of older dossiers kept as aliases. */
export function planEntities(dossiers: readonly Dossier[]): NodeRow<EntityKind>[] {
  const declared = dossiers.flatMap(({ article, entities }) =>
    entities.map(
      (entry): Declared => ({ article: article.id, reported: reportedDay(article.published), entry }),
    ),
  );
  return [...groupedBy(declared, ({ entry }) => entry.id).values()].map(entityRow);
}

function entityRow(declarations: Declared[]): NodeRow<EntityKind> {
  const entries = declarations.map(({ entry }) => entry);
  const { id, kind } = agreedKind(declarations);
  const nameEn = firstGiven(entries, ({ name }) => name.en);
  const nameKo = firstGiven(entries, ({ name }) => name.ko);
  const names = united(entries, ({ name, aliases }) => [name.en, name.ko, ...aliases]);
  return {
    id,
    kind,
    properties: {
      id,
      kind,
      nameEn,
      nameKo,
      nameKey: nameKey(nameEn ?? nameKo ?? id, id),
      aliases: names.filter((name) => name !== undefined && name !== nameEn && name !== nameKo) as string[],
      legalForm: firstGiven(entries, ({ legalForm }) => legalForm),
      reported: declarations.map(({ reported }) => reported).sort()[0] ?? null,
      declaredBy: declarations.map(({ article }) => article).sort(),
    },
  };
}

/** The key of lists by name: the name as a reader sorts it (case and width aside), and the id to make it unique. */
function nameKey(name: string, id: string): string {
  return `${folded(name)}\t${id}`;
}

function agreedKind(declarations: readonly Declared[]): EntityEntry {
  const [first, ...others] = declarations.map(({ entry }) => entry);
  const other = others.find(({ kind }) => kind !== first?.kind);
  if (!first || other)
    throw new DossierError(
      [],
      `"${first?.id}" is a ${first?.kind} in one dossier and a ${other?.kind} in another: give one of them another id`,
    );
  return first;
}
