import type { EventFilter } from '../../../model/filters.ts';
import { applying, whereAll } from '../list.ts';
import { type Bag, combined } from './bag.ts';
import { eventTextCondition } from './text.ts';
import { inVersion, version, versionOf } from './time.ts';
import { isTold, toldBy, toldIn } from './told.ts';

type Participants = NonNullable<EventFilter['participants']>;

/** The conditions of a filter on the event bound to `e`; with `reported`, by what was known in the version bound. */
export function eventConditions(
  e: string,
  filter: EventFilter | null | undefined,
  bag: Bag,
  reported = false,
): string[] {
  if (!filter) return [];
  const at = reported ? version : versionOf(e, false);
  const precision = reported ? inVersion(e, 'Precisions', `${e}.datePrecision`) : `${e}.datePrecision`;
  const isDated = reported ? isTold(e, 'date') : `${e}.dateEdtf IS NOT NULL`;
  return combined(filter, bag, (one) => [
    ...applying(
      one.kinds && `${e}.kind IN ${bag.add(one.kinds)}`,
      one.slugs && `${e}.id IN ${bag.add(one.slugs)}`,
      one.precisions && `coalesce(${precision} IN ${bag.add(one.precisions)}, false)`,
      one.dated === true && isDated,
      one.dated === false && `NOT ${isDated}`,
      typeof one.citedBy === 'string' && toldBy(e, one.citedBy, at, bag),
      typeof one.text === 'string' && eventTextCondition(e, one.text, bag, reported ? version : undefined),
    ),
    ...toldIn(e, 'date', one.occurred, at, bag),
    ...(one.participants ? participantConditions(e, one.participants, bag, reported) : []),
  ]);
}

function participantConditions(
  e: string,
  { any, all, roles }: Participants,
  bag: Bag,
  reported: boolean,
): string[] {
  const takesPart = (who: string) => {
    const [p, x] = [bag.variable('t'), bag.variable('x')];
    const conditions = [
      `${x}.id ${who}`,
      ...applying(roles && `${p}.role IN ${bag.add(roles)}`, reported && `${p}.reportedFrom <= $reportedBy`),
    ];
    return `EXISTS { MATCH (${e})<-[${p}:PARTICIPATED_IN]-(${x}:Entity)${whereAll(conditions)} }`;
  };
  const anyone = !any && !all && roles ? [takesPart('IS NOT NULL')] : [];
  return [
    ...(any ? [takesPart(`IN ${bag.add(any)}`)] : []),
    ...(all ?? []).map((id) => takesPart(`= ${bag.add(id)}`)),
    ...anyone,
  ];
}
