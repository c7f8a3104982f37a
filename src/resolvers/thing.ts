import type { Context } from '../context.ts';
import {
  type DescriptionListOptions,
  descriptionList,
  type PassageListOptions,
  passageList,
} from '../loaders/lists.ts';
import type { Description, Passage } from '../model/things.ts';
import type { Aspect } from '../model/vocabulary.ts';
import { checkFilter } from './checks.ts';
import { type Connection, connect } from './connection.ts';
import { maxPageSize, type PageArgs } from './page.ts';

type Identified = { readonly id: string };

/** The passages that speak of an entity or event, or that a description rests on. */
export function citations(
  thing: Identified,
  args: PageArgs & PassageListOptions,
  context: Context,
): Promise<Connection<Passage>> {
  checkFilter('where', args.where);
  return connect(context, passageList('THING', args), args, thing.id);
}

/** What sources say of an entity or event in prose, under some aspects or all. */
export function descriptions(
  thing: Identified,
  { aspects, ...args }: PageArgs & DescriptionListOptions & { readonly aspects?: readonly Aspect[] | null },
  context: Context,
): Promise<Connection<Description>> {
  checkFilter('where', args.where);
  const where = aspects ? { and: [...(args.where ? [args.where] : []), { aspects }] } : args.where;
  return connect(context, descriptionList({ ...args, where }), args, thing.id);
}

/** What sources say of a thing under one aspect, as a plain list: a partnership's terms, a founding's purpose. */
export async function describedAs(
  thing: Identified,
  aspect: Aspect,
  context: Context,
): Promise<readonly Description[]> {
  const window = { limit: maxPageSize, backwards: false };
  const page = await context.loaders.pages.page(
    descriptionList({ where: { aspects: [aspect] } }),
    window,
    thing.id,
  );
  return page.rows.map(([, description]) => description);
}
