import type { EventFilter } from '../../../model/filters.ts';
import { applying } from '../list.ts';
import { type Bag, combined } from './bag.ts';
import { eventTextCondition } from './text.ts';
import { lastVersion, version } from './time.ts';
import { toldIn } from './told.ts';

type Participants = NonNullable<EventFilter['participants']>;

/** The conditions of a filter on the event bound to `e`; with `reported`, by what was known in the version bound. */
export function eventConditions(
  e: string,
  filter: EventFilter | null | undefined,
  bag: Bag,
  reported = false,
): string[] {
  if (!filter) return [];
  return combined(filter, bag, (one) => [
    ...applying(
      one.kinds && `${e}.kind IN ${bag.add(one.kinds)}`,
      one.slugs && `${e}.id IN ${bag.add(one.slugs)}`,
      one.precisions && `coalesce(${e}.datePrecision IN ${bag.add(one.precisions)}, false)`,
      one.dated === true && `${e}.dateEdtf IS NOT NULL`,
      one.dated === false && `${e}.dateEdtf IS NULL`,
      typeof one.citedBy === 'string' && `${bag.add(one.citedBy)} IN ${e}.declaredBy`,
      typeof one.text === 'string' && eventTextCondition(e, one.text, bag),
    ),
    ...toldIn(e, 'date', one.occurred, reported ? version : lastVersion(e), bag),
    ...(one.participants ? participantConditions(e, one.participants, bag) : []),
  ]);
}

function participantConditions(e: string, { any, all, roles }: Participants, bag: Bag): string[] {
  const inRoles = (p: string) => (roles ? ` AND ${p}.role IN ${bag.add(roles)}` : '');
  const takesPart = (who: string) => {
    const [p, x] = [bag.variable('t'), bag.variable('x')];
    return `EXISTS { MATCH (${e})<-[${p}:PARTICIPATED_IN]-(${x}:Entity) WHERE ${x}.id ${who}${inRoles(p)} }`;
  };
  const anyone = !any && !all && roles ? [takesPart('IS NOT NULL')] : [];
  return [
    ...(any ? [takesPart(`IN ${bag.add(any)}`)] : []),
    ...(all ?? []).map((id) => takesPart(`= ${bag.add(id)}`)),
    ...anyone,
  ];
}
