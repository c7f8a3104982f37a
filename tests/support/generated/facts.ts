import { type EventKind, eventKinds, eventRule } from '../../../src/model/events.ts';
import { keysOf } from '../../../src/model/keys.ts';
import {
  type EntityKind,
  type RelationshipType,
  relationshipRule,
  relationshipTypes,
} from '../../../src/model/vocabulary.ts';
import type { MadeEntity } from './entities.ts';
import type { Random } from './random.ts';
import { madeDate, madeDay, madeTimes } from './times.ts';

type Ends = { readonly type: RelationshipType; readonly from: string; readonly to: string };

/** A relationship as a dossier lists it. */
export type MadeRelationship = Ends &
  ReturnType<typeof madeTimes> & { readonly position?: { readonly id: string } };

/** An event as a dossier lists it. */
export type MadeEvent = {
  readonly id: string;
  readonly kind: EventKind;
  readonly participants: { readonly [role: string]: readonly string[] };
  readonly [field: string]: unknown;
};

type Picked = (kinds: readonly EntityKind[], most?: number) => string[];

/** Picks entities of some kinds; a few are picked far more often than others, so that there are hubs. */
export function picker(entities: readonly MadeEntity[], random: Random): Picked {
  const ofKinds = (kinds: readonly EntityKind[]) => entities.filter(({ kind }) => kinds.includes(kind));
  return (kinds, most = 1) => {
    const all = ofKinds(kinds);
    const some = random.chance(0.25) ? all.slice(0, 3) : all;
    return all.length === 0 ? [] : random.some(some, most).map(({ id }) => id);
  };
}

const position = (id: string) => ({ id, title: { en: id, ko: `직책 ${id}` } });

/** Makes up a relationship between two things, or one more between the ends of `beside`; null where none fits. */
export function madeRelationship(
  pick: Picked,
  random: Random,
  beside?: MadeRelationship,
): MadeRelationship | null {
  const type = random.pick(keysOf(relationshipTypes));
  const rule = relationshipRule(type);
  const [from] = pick(rule.from);
  const [to] = pick(rule.to);
  const ends: Ends | undefined =
    beside && random.chance(0.5) ? beside : from && to ? { type, from, to } : undefined;
  if (!ends || ends.from === ends.to) return null;
  const office = relationshipRule(ends.type).distinguishedBy === 'position';
  return {
    type: ends.type,
    from: ends.from,
    to: ends.to,
    ...madeTimes(ends.type, random),
    ...(office && { position: position(random.pick(['ceo', 'cto', 'director'])) }),
  };
}

/** Makes up an event; null where no entities fit its roles. Now and then a thing has two roles in it. */
export function madeEvent(id: string, pick: Picked, random: Random): MadeEvent | null {
  const kind = random.pick(keysOf(eventKinds));
  const rule = eventRule(kind);
  const participants = Object.fromEntries(
    Object.entries(rule.roles).flatMap(([role, { kinds, required, atLeast = 1, single }]) => {
      const some = required || random.chance(0.5) ? pick(kinds, single ? 1 : 3) : [];
      return some.length >= atLeast ? [[role, some]] : [];
    }),
  );
  const isWhole = Object.entries(rule.roles).every(([role, { required }]) => !required || participants[role]);
  if (!isWhole || Object.keys(participants).length === 0) return null;
  return {
    id,
    kind,
    title: random.pick([
      { en: `Event ${id}` },
      { ko: `사건 ${id}` },
      { en: `Event ${id}`, ko: `사건 ${id}` },
    ]),
    date: madeDate(random),
    participants,
    ...fieldsOf(rule.fields ?? [], random),
    ...(rule.derives.some(({ effect }) => effect === 'OPENS') &&
      random.chance(0.1) && { date: undefined, attested: madeDay(random) }),
  };
}

function fieldsOf(fields: readonly string[], random: Random) {
  const amount = {
    amount: `${1 + random.below(9)}000000000`,
    currency: 'USD',
    approximate: random.chance(0.5),
  };
  return {
    ...(fields.includes('amounts') && random.chance(0.7) && { amounts: [amount] }),
    ...(fields.includes('position') && { position: position(random.pick(['ceo', 'cto', 'director'])) }),
  };
}
