import * as statements from '../graph/statements/load.ts';
import type { Transaction } from '../graph/store.ts';
import { isEntityKind } from '../model/vocabulary.ts';
import { type Aliases, renamed } from './aliases.ts';
import { readDeclaration } from './declarations.ts';
import type { Dossier } from './format.ts';
import { groupedBy } from './merge.ts';
import type { KnownEntity } from './plan-entities.ts';
import type { Claim } from './relationships.ts';
import { textTokensIn } from './search-text.ts';
import type { Scope } from './write.ts';

/** What the graph holds of what a load touches. */
export type Stored = {
  /** The kinds of things by their ids. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly relationships: readonly Claim[];
  /** Dossiers that tell of the same facts and stay as they are. */
  readonly others: readonly Dossier[];
  /** What stays of the entities that no dossier loses. */
  readonly entities: ReadonlyMap<string, KnownEntity>;
};

type Run = Transaction['run'];
type ThingRow = statements.StoredThing;

/**
 * Reads what must be known to store dossiers in the place of `previous`. A fact's state follows from all dossiers that
 * tell of it, and those are read. An entity's follows from a sum of what dossiers declare of it, which is stored with it:
 * only where one of them is replaced are the others read, so that a hub costs no more than anything else.
 */
export async function readStored(
  run: Run,
  scope: Scope,
  previous: readonly Dossier[],
  aliases: Aliases,
): Promise<Stored> {
  const rows = await run(statements.storedThings, { ids: [...scope.things, ...scope.articles] });
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
  const relationships = await storedRelationships(run, scope.relationships, kinds);
  const lost = new Set(previous.flatMap(({ entities }) => entities.map(({ id }) => id)));
  const lostRows = lost.size > 0 ? await run(statements.articlesDeclaring, { ids: [...lost] }) : [];
  const sources = [
    ...rows.flatMap(({ declaredBy }) => declaredBy ?? []),
    ...relationships.flatMap(({ declaredBy }) => declaredBy),
    ...lostRows.map(({ id }) => id),
  ];
  const replaced = new Set(scope.articles);
  const ids = [...new Set(sources)].filter((id) => !replaced.has(id));
  const others = ids.length > 0 ? await run(statements.storedDossiers, { ids }) : [];
  return {
    kinds,
    relationships: relationships.map(({ claim }) => claim),
    others: others.map(({ dossier }) => renamed(JSON.parse(dossier) as Dossier, aliases)),
    entities: new Map(rows.flatMap((row) => (lost.has(row.id) ? [] : knownEntity(row)))),
  };
}

function knownEntity({ id, kind, declarations, reported, searchText }: ThingRow): [string, KnownEntity][] {
  if (declarations === null || !isEntityKind(kind)) return [];
  const known = {
    id,
    kind,
    reported: reported ?? '',
    declarations: declarations.map(readDeclaration),
    textTokens: textTokensIn(searchText ?? ''),
  };
  return [[id, known]];
}

/** Those of some relationships that are stored, with who tells of them. */
async function storedRelationships(run: Run, claims: readonly Claim[], kinds: ReadonlyMap<string, string>) {
  const found: { claim: Claim; declaredBy: readonly string[] }[] = [];
  // What is stored for the first time stands in no relationship yet, and most things of a stream are.
  const possible = claims.filter(({ from, to }) => kinds.has(from) && kinds.has(to));
  for (const [type, some] of groupedBy(possible, ({ type }) => type)) {
    const statement = statements.storedRelationships.get(type);
    if (statement === undefined) continue;
    const byId = new Map(some.map((claim) => [claim.id, claim]));
    const rows = await run(statement, { rows: some.map(({ from, to, id }) => ({ from, to, id })) });
    for (const { id, declaredBy } of rows) {
      const claim = byId.get(id);
      if (claim) found.push({ claim, declaredBy });
    }
  }
  return found;
}
