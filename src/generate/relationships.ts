import { contradictionIn } from '../dossier/checks/times.ts';
import type { Dossier } from '../dossier/format.ts';
import { type RelationshipType, relationshipRule } from '../model/vocabulary.ts';
import type { Cast } from './cast.ts';
import type { Random } from './random.ts';
import { asTold, before, type Day, isoDay } from './times.ts';
import { positions } from './words.ts';

/** A relationship made up, without what it cites. */
export type MadeRelationship = Omit<Dossier['relationships'][number], 'cites'>;

const types: readonly (readonly [RelationshipType, weight: number])[] = [
  ['HOLDS_POSITION', 36],
  ['PARTNER_OF', 15],
  ['INVESTED_IN', 10],
  ['OFFERS', 9],
  ['PURSUES', 9],
  ['FOUNDED', 8],
  ['SUBSIDIARY_OF', 6],
  ['ACQUIRED', 5],
  ['SUBCLASS_OF', 2],
];
const lots = types.flatMap(([type, weight]) => Array.from({ length: weight }, () => type));

/** Makes up a relationship that an article of a day states, between two of a cast; undefined where none fit. */
export function madeRelationship(cast: Cast, reported: Day, random: Random): MadeRelationship | undefined {
  const type = random.pick(lots);
  const rule = relationshipRule(type);
  const from = cast.one(rule.from, new Set());
  const to = from && cast.one(rule.to, new Set([from.id]));
  if (from === undefined || to === undefined) return undefined;
  // Whatever is below another has the higher number: see events.ts.
  const [lower, upper] = rule.ranks && from.number < to.number ? [to, from] : [from, to];
  return fitting({
    type,
    from: lower.id,
    to: upper.id,
    ...(rule.distinguishedBy === 'position' && { position: random.pick(positions) }),
    ...times(reported, rule.permanent ?? false, random),
  });
}

function times(reported: Day, isPermanent: boolean, random: Random) {
  const begin = before(reported, 7000, random);
  const end = before(reported, Math.max(1, reported - begin - 400), random);
  const since = random.chance(0.75) ? asTold(begin, random) : undefined;
  const until = !isPermanent && random.chance(0.35) ? asTold(end, random) : undefined;
  return {
    ...(since && { since }),
    ...(until && { until }),
    attested: until === undefined && random.chance(0.3) ? [isoDay(reported)] : [],
  };
}

/** The relationship, without its times where they contradict one another. */
export function fitting(relationship: MadeRelationship): MadeRelationship {
  if (contradictionIn({ ...relationship, attested: [] }) ?? contradictionIn(relationship)) {
    const { since, until, ...rest } = { since: '', until: '', ...relationship };
    return { ...rest, attested: [] };
  }
  return relationship;
}
