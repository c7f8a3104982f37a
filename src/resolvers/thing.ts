import type { Context } from '../context.ts';
import {
  type DescriptionListOptions,
  descriptionList,
  type PassageListOptions,
  passageList,
} from '../loaders/lists.ts';
import { byId, type Reading } from '../loaders/reading.ts';
import { type Maybe, using } from '../maybe.ts';
import type { ReportedBy } from '../model/filters.ts';
import { maxPageSize } from '../model/pages.ts';
import type { Description, Passage } from '../model/things.ts';
import type { Aspect } from '../model/vocabulary.ts';
import { checkFilter } from './checks.ts';
import { type PageArgs, pageReading } from './page.ts';

type Identified = { readonly id: string };

/** Reads the passages that speak of an entity or event, or that a description rests on. */
export const citationsReading = pageReading<PageArgs & PassageListOptions, Passage, Identified>(
  'Thing.citations',
  byId,
  (args) => {
    checkFilter('where', args.where);
    return passageList('THING', args);
  },
);

type DescriptionArgs = PageArgs & DescriptionListOptions & { readonly aspects?: readonly Aspect[] | null };

/** Reads what sources say of an entity or event in prose, under some aspects or all. */
export const descriptionsReading = pageReading<DescriptionArgs, Description, Identified>(
  'Thing.descriptions',
  byId,
  ({ aspects, ...args }) => {
    checkFilter('where', args.where);
    const where = aspects ? { and: [...(args.where ? [args.where] : []), { aspects }] } : args.where;
    return descriptionList({ ...args, where });
  },
);

/** Reads what sources say of a thing under one aspect, as a plain list: a partnership's terms, a founding's purpose. */
export function aspectReading(aspect: Aspect): Reading<ReportedBy, Description, Identified> {
  return {
    name: `Thing.described.${aspect}`,
    keyOf: byId,
    ask: ({ reportedBy }) => ({
      list: descriptionList({ where: { aspects: [aspect] }, reportedBy }),
      window: { limit: maxPageSize, backwards: false },
    }),
  };
}

/** What sources say of a thing, by such a reading. */
export function describedAs(
  thing: Identified,
  reading: Reading<ReportedBy, Description, Identified>,
  { loaders }: Context,
): Maybe<Description[]> {
  return using(loaders.reader.page(reading, {}, thing), ({ rows }) =>
    rows.map(([, description]) => description),
  );
}
