import type { ArticleFilter, PassageFilter } from '../../../model/filters.ts';
import { applying } from '../list.ts';
import { type Bag, combined } from './bag.ts';
import { anyContains } from './text.ts';
import { mayLieIn } from './time.ts';

/** The conditions of a filter on the article bound to `a`. */
export function articleConditions(a: string, filter: ArticleFilter | null | undefined, bag: Bag): string[] {
  if (!filter) return [];
  return combined(filter, bag, (one) => [
    ...applying(
      one.languages && `${a}.language IN ${bag.add(one.languages.map((language) => language.toLowerCase()))}`,
      one.publishers && `${a}.publisherId IN ${bag.add(one.publishers)}`,
      typeof one.text === 'string' && anyContains([`${a}.titleEn`, `${a}.titleKo`], one.text, bag),
    ),
    ...mayLieIn(`${a}.published`, one.published, bag),
  ]);
}

/** The conditions of a filter on the passage bound to `p`. */
export function passageConditions(p: string, filter: PassageFilter | null | undefined, bag: Bag): string[] {
  if (!filter) return [];
  return combined(filter, bag, (one) =>
    applying(
      one.articles && `${p}.articleId IN ${bag.add(one.articles)}`,
      typeof one.text === 'string' && anyContains([`${p}.summaryEn`, `${p}.summaryKo`], one.text, bag),
    ),
  );
}
