import type { EntityFilter, PartFilter, RelatedFilter, TextFilter } from '../../../model/filters.ts';
import { keysOf } from '../../../model/keys.ts';
import { relationshipTypes } from '../../../model/vocabulary.ts';
import { applying, whereAll } from '../list.ts';
import { typedPattern } from '../pattern.ts';
import { type Bag, combined, joined } from './bag.ts';
import { type Comparison, comparisons, described } from './text.ts';
import { hadBeenReported, holds, versionOf } from './time.ts';
import { toldIn } from './told.ts';

/**
 * The conditions of a filter on the entity bound to `n`; with `reported`, by what was known by `$reportedBy` of all but its
 * names, of which no history is kept.
 */
export function entityConditions(
  n: string,
  filter: EntityFilter | null | undefined,
  bag: Bag,
  reported = false,
): string[] {
  if (!filter) return [];
  return combined(filter, bag, (one) => [
    ...applying(
      one.kinds && `${n}.kind IN ${bag.add(one.kinds)}`,
      one.slugs && `${n}.id IN ${bag.add(one.slugs)}`,
      one.legalForms && `coalesce(${n}.legalForm IN ${bag.add(one.legalForms)}, false)`,
      typeof one.citedBy === 'string' && citesPassageOf(n, one.citedBy, bag, reported),
      typeof one.text === 'string' && occursIn(n, one.text, bag, reported),
    ),
    ...nameConditions(n, one.name, bag),
    ...aliasConditions(n, one.alias, bag),
    ...(one.related ? [related(n, one.related, bag, reported)] : []),
    ...(one.tookPart ? [tookPart(n, one.tookPart, bag, reported)] : []),
  ]);
}

// An entity that every other article names keeps no list of them; an article has few passages.
function citesPassageOf(n: string, article: string, bag: Bag, reported: boolean): string {
  const p = bag.variable('p');
  const known = reported ? ` WHERE ${p}.reported <= $reportedBy` : '';
  return `EXISTS { MATCH (:Thing {id: ${bag.add(article)}})<-[:\`IN\`]-(${p}:Passage)<-[:CITES]-(${n})${known} }`;
}

function nameConditions(n: string, filter: TextFilter | null | undefined, bag: Bag): string[] {
  return comparisons(filter, bag).map((compare) =>
    joined(
      [`${n}.nameEn`, `${n}.nameKo`].map((name) => `coalesce(${compare(name)}, false)`),
      'OR',
    ),
  );
}

function aliasConditions(n: string, filter: TextFilter | null | undefined, bag: Bag): string[] {
  const all = comparisons(filter, bag);
  return all.length > 0
    ? [`any(alias IN ${n}.aliases WHERE ${all.map((compare) => compare('alias')).join(' AND ')})`]
    : [];
}

function occursIn(n: string, text: string, bag: Bag, reported: boolean): string {
  const [compare] = comparisons({ contains: text }, bag) as [Comparison];
  const d = bag.variable('d');
  return joined(
    [
      `coalesce(${compare(`${n}.nameEn`)}, false)`,
      `coalesce(${compare(`${n}.nameKo`)}, false)`,
      `any(alias IN ${n}.aliases WHERE ${compare('alias')})`,
      described(n, d, compare, reported),
    ],
    'OR',
  );
}

function related(n: string, filter: RelatedFilter, bag: Bag, reported: boolean): string {
  const [r, o] = [bag.variable('r'), bag.variable('o')];
  const types = filter.types ?? keysOf(relationshipTypes);
  if (types.length === 0) return '(false)';
  const pattern = typedPattern(r, types, filter.direction ?? 'BOTH');
  const conditions = [
    ...applying(reported && hadBeenReported(r), filter.with && `${o}.id IN ${bag.add(filter.with)}`),
    ...holds(r, filter, bag, reported, versionOf(r, reported)),
  ];
  return `EXISTS { MATCH (${n})${pattern}(${o}:Entity)${whereAll(conditions)} }`;
}

function tookPart(n: string, { kinds, roles, occurred }: PartFilter, bag: Bag, reported: boolean): string {
  const [p, e] = [bag.variable('t'), bag.variable('e')];
  const conditions = [
    ...applying(
      kinds && `${e}.kind IN ${bag.add(kinds)}`,
      roles && `${p}.role IN ${bag.add(roles)}`,
      reported && `${p}.reportedFrom <= $reportedBy`,
    ),
    ...toldIn(e, 'date', occurred, versionOf(e, reported), bag),
  ];
  return `EXISTS { MATCH (${n})-[${p}:PARTICIPATED_IN]->(${e}:Event)${whereAll(conditions)} }`;
}
