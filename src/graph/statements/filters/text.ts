import type { TextFilter } from '../../../model/filters.ts';
import { folded } from '../../../model/keys.ts';
import { type Bag, joined } from './bag.ts';
import { inVersion } from './time.ts';

/** A comparison, as the condition it makes on a text. */
export type Comparison = (text: string) => string;

/** The comparisons that a text filter asks for, each as a condition on a text. */
export function comparisons(filter: TextFilter | null | undefined, bag: Bag): Comparison[] {
  const { equals, startsWith, contains } = filter ?? {};
  const compare = (sign: string, value: string): Comparison => {
    const parameter = bag.add(folded(value));
    return (text) => `toLower(${text}) ${sign} ${parameter}`;
  };
  return [
    ...(typeof equals === 'string' ? [compare('=', equals)] : []),
    ...(typeof startsWith === 'string' ? [compare('STARTS WITH', startsWith)] : []),
    ...(typeof contains === 'string' ? [compare('CONTAINS', contains)] : []),
  ];
}

/** The condition that a description of `thing` compares in either language; with `reported`, one of `$reportedBy`. */
export function described(thing: string, d: string, compare: Comparison, reported = false): string {
  const either = [`${d}.textEn`, `${d}.textKo`]
    .map((text) => `coalesce(${compare(text)}, false)`)
    .join(' OR ');
  const known = reported ? `${d}.reported <= $reportedBy AND ` : '';
  return `EXISTS { MATCH (${thing})-[:DESCRIBED_BY]->(${d}:Description) WHERE ${known}(${either}) }`;
}

/**
 * The condition that a title or a description of the event bound to `e` contains a text; with `at`, by the titles of that
 * version and the descriptions of `$reportedBy`.
 */
export function eventTextCondition(e: string, text: string, bag: Bag, at?: string): string {
  const [compare] = comparisons({ contains: text }, bag) as [Comparison];
  const titles = (['En', 'Ko'] as const).map((language) => {
    const now = `${e}.title${language}`;
    return `coalesce(${compare(at === undefined ? now : inVersion(e, `Title${language}`, now, at))}, false)`;
  });
  return joined([...titles, described(e, bag.variable('d'), compare, at !== undefined)], 'OR');
}

/** The condition that one of some properties contains a text. */
export function anyContains(properties: readonly string[], text: string, bag: Bag): string {
  const [compare] = comparisons({ contains: text }, bag) as [Comparison];
  return joined(
    properties.map((property) => `coalesce(${compare(property)}, false)`),
    'OR',
  );
}
