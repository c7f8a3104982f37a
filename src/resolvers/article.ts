import type { Context } from '../context.ts';
import { articleList, passageList } from '../loaders/lists.ts';
import type { Article, Entity, Event, Passage } from '../model/things.ts';
import { type Connection, connect } from './connection.ts';
import { entitiesIn } from './event.ts';
import type { PageArgs } from './page.ts';
import { type LanguageArgs, requireText } from './text.ts';

/** Articles in order of publication. */
export function articles(
  args: PageArgs & { readonly order?: 'ASC' | 'DESC' | null },
  context: Context,
): Promise<Connection<Article>> {
  return connect(context, articleList(args.order === 'DESC'), args);
}

/** An article's title in the language asked for. */
export function articleTitle(article: Article, args: LanguageArgs, context: Context): string {
  return requireText(article.titleEn, article.titleKo, args, context);
}

/** The event of an article's publication. */
export async function publication(article: Article, context: Context): Promise<Event> {
  const event = await context.loaders.events.load(article.publicationId);
  if (!event) throw new Error(`The article ${article.id} has no publication in the graph`);
  return event;
}

/** Who published or wrote an article. */
export async function articleAgents(
  article: Article,
  role: 'PUBLISHER' | 'AUTHOR',
  context: Context,
): Promise<Entity[]> {
  return entitiesIn(await publication(article, context), role, context);
}

/** The passages of an article, in the order of its text. */
export function passages(article: Article, args: PageArgs, context: Context): Promise<Connection<Passage>> {
  return connect(context, passageList(), args, article.id);
}

/** A passage's summary in the language asked for. */
export function passageSummary(passage: Passage, args: LanguageArgs, context: Context): string {
  return requireText(passage.summaryEn, passage.summaryKo, args, context);
}
