import type { Context } from '../context.ts';
import {
  type ArticleListOptions,
  articleList,
  type PassageListOptions,
  passageList,
} from '../loaders/lists.ts';
import type { Article, Entity, Event, Passage } from '../model/things.ts';
import { checkFilter } from './checks.ts';
import { type Connection, connect } from './connection.ts';
import { entitiesIn } from './event.ts';
import type { PageArgs } from './page.ts';
import { type LanguageArgs, requireText } from './text.ts';

/** Articles in order of publication. */
export function articles(
  args: PageArgs & ArticleListOptions,
  context: Context,
): Promise<Connection<Article>> {
  checkFilter('where', args.where);
  return connect(context, articleList(args), args);
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

/** The times an article was shared elsewhere, in order of time. */
export async function republications(article: Article, context: Context): Promise<Event[]> {
  const all = await context.loaders.publications.load(article.id);
  return all.filter(({ id }) => id !== article.publicationId);
}

/** The article with this slug; null where there is none. */
export function articleBySlug(slug: string, context: Context): Promise<Article | null> {
  return context.loaders.articles.load(slug);
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
export function passages(
  article: Article,
  args: PageArgs & PassageListOptions,
  context: Context,
): Promise<Connection<Passage>> {
  checkFilter('where', args.where);
  return connect(context, passageList('ARTICLE', args), args, article.id);
}

/** A passage's summary in the language asked for. */
export function passageSummary(passage: Passage, args: LanguageArgs, context: Context): string {
  return requireText(passage.summaryEn, passage.summaryKo, args, context);
}
