import { eventRule } from '../model/events.ts';
import { ClashError } from './clashes.ts';
import type { Dossier, EntityEntry, EventEntry, ParticipantEntry } from './format.ts';
import { firstGiven, groupedBy, united } from './merge.ts';
import { referencesIn } from './places.ts';
import type { Path } from './problem.ts';
import { type Claim, claimsOf } from './relationships.ts';

/** Ids of entities that were found to be others: each with the id it was found to be. */
export type Aliases = ReadonlyMap<string, string>;

/** The id that an entity goes by. */
export function canonical(id: string, aliases: Aliases): string {
  const into = aliases.get(id);
  return into === undefined ? id : canonical(into, aliases);
}

/** Dossiers as they were told, by what was made of them under other ids. */
const told = new WeakMap<Dossier, Dossier>();

/** A dossier as it was told, whatever ids its entities go by. */
export function asTold(dossier: Dossier): Dossier {
  return told.get(dossier) ?? dossier;
}

/**
 * What a dossier says, its entities under the ids they go by; those that are one are told of as one. The same dossier
 * where none of its entities goes by another id.
 */
export function renamed(original: Dossier, aliases: Aliases): Dossier {
  if (original.entities.every(({ id }) => !aliases.has(id))) return original;
  const dossier = structuredClone(original);
  for (const { id, path } of referencesIn(original)) put(dossier, path, canonical(id, aliases));
  const entities = original.entities.map((entry) => ({ id: canonical(entry.id, aliases), entry }));
  const made: Dossier = {
    ...dossier,
    article: { ...dossier.article, authors: [...new Set(dossier.article.authors)] },
    entities: [...groupedBy(entities, ({ id }) => id)].map(([id, some]) =>
      joined(
        id,
        some.map(({ entry }) => entry),
      ),
    ),
    events: dossier.events.map(withoutRepeats),
  };
  told.set(made, original);
  return made;
}

function put(dossier: Dossier, path: Path, id: string): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, step) => Reflect.get(value as object, step), dossier);
  Reflect.set(parent as object, path.at(-1) as PropertyKey, id);
}

/** One entry of several: the one that has the id leads, and what the others are called are names of it too. */
function joined(id: string, some: readonly EntityEntry[]): EntityEntry {
  const entries = [...some].sort((a, b) => Number(b.id === id) - Number(a.id === id));
  const [first] = entries as [EntityEntry];
  if (entries.length === 1) return { ...first, id };
  const name = {
    en: firstGiven(entries, (entry) => entry.name.en) ?? undefined,
    ko: firstGiven(entries, (entry) => entry.name.ko) ?? undefined,
  };
  const names = united(entries, (entry) => [entry.name.en, entry.name.ko, ...entry.aliases]);
  const legalForm = firstGiven(entries, (entry) => entry.legalForm);
  return {
    ...first,
    id,
    name: name as EntityEntry['name'],
    aliases: names.filter((one): one is string => Boolean(one) && one !== name.en && one !== name.ko),
    ...(legalForm && { legalForm }),
    descriptions: entries.flatMap(({ descriptions }) => descriptions),
    cites: united(entries, ({ cites }) => cites),
  };
}

function withoutRepeats(event: EventEntry): EventEntry {
  const participants = Object.entries(event.participants).map(([role, entries = []]) => {
    const byId = groupedBy(entries, idOf).values();
    // Of one who is named twice, the office counts.
    return [role, [...byId].map((some) => some.find((one) => typeof one !== 'string') ?? some[0])];
  });
  return { ...event, participants: Object.fromEntries(participants) };
}

const idOf = (entry: ParticipantEntry) => (typeof entry === 'string' ? entry : entry.id);

/**
 * Refuses a dossier that tells of what was found to be one as of two: of a relationship between them, or of both as
 * partners. Throws ClashError that names the two as the dossier has them, at the one that goes by another id.
 */
export function refuseSelves(dossier: Dossier, aliases: Aliases): void {
  const original = asTold(dossier);
  if (original === dossier) return;
  const found = selfIn(dossier, original, aliases);
  if (!found) return;
  const [id, other] = found.pair;
  const name = canonical(id, aliases);
  const both = other === name ? 'are one' : `are one, "${name}"`;
  throw new ClashError(
    dossier.article.id,
    ['entities', original.entities.findIndex((entry) => entry.id === id), 'id'],
    `"${id}" and "${other}" ${both}, but ${found.what} is told of them as of two: correct the dossier, or unmerge them`,
  );
}

/** Two entities of a dossier that are one, the one that goes by another id first, and what is told of them as of two. */
type Self = { readonly what: string; readonly pair: readonly [id: string, other: string] };

function selfIn(dossier: Dossier, original: Dossier, aliases: Aliases): Self | undefined {
  const claim = claimsOf(dossier).find(({ from, to }) => from === to);
  if (claim) {
    const isThis = ({ type, from, to }: Claim) =>
      type === claim.type && from !== to && [from, to].every((id) => canonical(id, aliases) === claim.from);
    const told = claimsOf(original).find(isThis);
    return told && { what: `the relationship ${claim.type}`, pair: inOrder([told.from, told.to], aliases) };
  }
  for (const [place, event] of dossier.events.entries()) {
    const role = roleWithTooFew(event);
    if (role === undefined) continue;
    const ids = original.events[place]?.participants[role]?.map(idOf) ?? [];
    const some = [...groupedBy(new Set(ids), (id) => canonical(id, aliases)).values()];
    const [one, other] = some.find(({ length }) => length > 1) ?? [];
    if (one !== undefined && other !== undefined)
      return { what: `the event "${event.id}"`, pair: inOrder([one, other], aliases) };
  }
  return undefined;
}

function inOrder([one, other]: Self['pair'], aliases: Aliases): Self['pair'] {
  return aliases.has(one) ? [one, other] : [other, one];
}

function roleWithTooFew({ kind, participants }: EventEntry): string | undefined {
  return Object.entries(eventRule(kind).roles).find(([role, { atLeast = 1 }]) => {
    const entries = participants[role];
    return entries !== undefined && entries.length < atLeast;
  })?.[0];
}
