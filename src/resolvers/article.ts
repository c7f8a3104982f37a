import type { Context } from '../context.ts';
import {
  type ArticleListOptions,
  articleList,
  articleWithId,
  eventWithId,
  type PassageListOptions,
  passageList,
  publicationsOfArticle,
} from '../loaders/lists.ts';
import { byId, byNothing, type Reading } from '../loaders/reading.ts';
import { type Maybe, using } from '../maybe.ts';
import type { Article, Entity, Event, Passage } from '../model/things.ts';
import { checkFilter } from './checks.ts';
import type { SlugArgs } from './entity.ts';
import { entitiesIn } from './event.ts';
import { type PageArgs, pageReading } from './page.ts';
import { type LanguageArgs, requireText } from './text.ts';

/** Reads articles in order of publication. */
export const articlesReading = pageReading<PageArgs & ArticleListOptions, Article, object>(
  'Query.articles',
  byNothing,
  (args) => {
    checkFilter('where', args.where);
    return articleList(args);
  },
);

/** An article's title in the language asked for. */
export function articleTitle(article: Article, args: LanguageArgs, context: Context): string {
  return requireText(article.titleEn, article.titleKo, args, context);
}

/** Reads the event of an article's publication. */
export const publicationReading: Reading<object, Event, Article> = {
  name: 'Article.publication',
  single: true,
  keyOf: ({ publicationId }) => publicationId,
  anchor: (variable) => ({ node: '', id: `${variable}.publicationId` }),
  ask: () => ({ list: eventWithId }),
};

/** The event of an article's publication. */
export function publication(article: Article, { loaders }: Context): Maybe<Event> {
  const ahead = loaders.reader.ahead(publicationReading, {}, article);
  return using(ahead ? ahead[0] : loaders.events.load(article.publicationId), (event) => {
    if (!event) throw new Error(`The article ${article.id} has no publication in the graph`);
    return event;
  });
}

/** Reads the events of an article's own life. */
export const publicationsReading: Reading<object, Event, Article> = {
  name: 'Article.publications',
  keyOf: byId,
  ask: () => ({ list: publicationsOfArticle }),
};

/** The times an article was shared elsewhere, in order of time. */
export function republications(article: Article, { loaders }: Context): Maybe<Event[]> {
  return using(loaders.reader.all(publicationsReading, {}, article), (all) =>
    all.filter(({ id }) => id !== article.publicationId),
  );
}

/** Reads the article with a slug. */
export const articleReading: Reading<SlugArgs, Article, object> = {
  name: 'Query.article',
  single: true,
  keyOf: (_, { slug }) => slug,
  ask: () => ({ list: articleWithId }),
};

/** The article with this slug; null where there is none. */
export function articleBySlug(args: SlugArgs, { loaders }: Context): Maybe<Article | null> {
  return using(loaders.reader.all(articleReading, args, loaders.root), ([article = null]) => article);
}

/** Who published or wrote an article. */
export function articleAgents(
  article: Article,
  role: 'PUBLISHER' | 'AUTHOR',
  context: Context,
): Maybe<Entity[]> {
  return using(publication(article, context), (event) => entitiesIn(event, role, context));
}

/** Reads the passages of an article, in the order of its text. */
export const passagesReading = pageReading<PageArgs & PassageListOptions, Passage, Article>(
  'Article.passages',
  byId,
  (args) => {
    checkFilter('where', args.where);
    return passageList('ARTICLE', args);
  },
);

/** A passage's summary in the language asked for. */
export function passageSummary(passage: Passage, args: LanguageArgs, context: Context): string {
  return requireText(passage.summaryEn, passage.summaryKo, args, context);
}
