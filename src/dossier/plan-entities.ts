import { folded } from '../model/keys.ts';
import type { EntityKind } from '../model/vocabulary.ts';
import { reportedDay } from './dates.ts';
import { type Declaration, declarationOf, declarationText, telling } from './declarations.ts';
import type { Dossier } from './format.ts';
import { byKey, firstGiven, groupedBy, united } from './merge.ts';
import type { NodeRow } from './plan.ts';

/** An entity as other dossiers have it: what they declare of its names, and the first day on which one did. */
export type KnownEntity = {
  readonly id: string;
  readonly kind: EntityKind;
  readonly reported: string;
  readonly declarations: readonly Declaration[];
  /** The tokens of what those dossiers say of it in prose. */
  readonly textTokens: readonly string[];
};

type Declared = Omit<KnownEntity, 'textTokens'>;

/** Plans the entities of dossiers: each once, with what is known of it already; names of older dossiers are aliases. */
export function planEntities(
  dossiers: readonly Dossier[],
  known: ReadonlyMap<string, KnownEntity> = new Map(),
): NodeRow<EntityKind>[] {
  const declared = dossiers.flatMap((dossier) =>
    dossier.entities.map((entry): Declared => {
      const { id, kind } = entry;
      const reported = reportedDay(dossier.article.published);
      return { id, kind, reported, declarations: [declarationOf(entry, dossier)] };
    }),
  );
  return [...groupedBy(declared, ({ id }) => id)].map(([id, some]) =>
    entityRow(id, [...some, ...(known.has(id) ? [known.get(id) as KnownEntity] : [])]),
  );
}

function entityRow(id: string, declared: readonly Declared[]): NodeRow<EntityKind> {
  const { kind } = declared[0] as Declared;
  const entries = telling(
    byKey(
      declared.flatMap(({ declarations }) => declarations),
      ({ key }) => key,
    ),
  );
  const nameEn = firstGiven(entries, ({ en }) => en);
  const nameKo = firstGiven(entries, ({ ko }) => ko);
  const names = united(entries, ({ en, ko, aliases }) => [en, ko, ...aliases]);
  return {
    id,
    kind,
    properties: {
      id,
      kind,
      nameEn,
      nameKo,
      nameKey: nameKey(nameEn ?? nameKo ?? id, id),
      aliases: names.filter((name) => name !== null && name !== nameEn && name !== nameKo) as string[],
      legalForm: firstGiven(entries, ({ legalForm }) => legalForm),
      reported: declared.map(({ reported }) => reported).sort()[0] ?? null,
      declarations: entries.map(declarationText),
    },
  };
}

/** The key of lists by name: the name as a reader sorts it (case and width aside), and the id to make it unique. */
function nameKey(name: string, id: string): string {
  return `${folded(name)}\t${id}`;
}
