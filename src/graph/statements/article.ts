import type { ArticleFilter, OrderBy, PassageFilter, ReportedBy } from '../../model/filters.ts';
import type { Article, Passage } from '../../model/things.ts';
import { property, type RecordOf } from '../columns.ts';
import { nullable, oneOf, text, whole } from '../decode.ts';
import { articleConditions, passageConditions } from './filters/article.ts';
import { createBag } from './filters/bag.ts';
import { lookup } from './keyed.ts';
import { type Anchor, applying, type List, orderOf } from './list.ts';

const articleRecord: RecordOf<Article> = {
  variable: 'a',
  always: ['id'],
  columns: {
    id: property('a', 'id', text),
    titleEn: property('a', 'titleEn', nullable(text)),
    titleKo: property('a', 'titleKo', nullable(text)),
    language: property('a', 'language', oneOf(['en', 'ko'])),
    address: property('a', 'address', text),
    publishedEdtf: property('a', 'publishedEdtf', text),
    publicationId: property('a', 'publicationId', text),
  },
};

const passageRecord: RecordOf<Passage> = {
  variable: 'p',
  always: ['id'],
  columns: {
    id: property('p', 'id', text),
    article: articleRecord,
    paragraph: property('p', 'paragraph', whole),
    start: property('p', 'start', whole),
    end: property('p', 'end', whole),
    quoteSha256: property('p', 'quoteSha256', text),
    summaryEn: property('p', 'summaryEn', nullable(text)),
    summaryKo: property('p', 'summaryKo', nullable(text)),
  },
};

/** Articles by id. */
export const articlesById = lookup('Article.byId', 'MATCH (a:Thing {id: k}) WHERE a:Article', articleRecord);

/** Passages by id. */
export const passagesById = lookup(
  'Passage.byId',
  'MATCH (p:Thing {id: k})-[:`IN`]->(a:Article)',
  passageRecord,
);

/** The article with an id. */
export const articleWithId: List<Article> = {
  name: 'Article.byId',
  match: ({ id }) => `MATCH (a:Thing {id: ${id}})`,
  variables: 'a',
  where: ['a:Article'],
  order: [],
  facets: {},
  record: articleRecord,
  params: {},
};

/** What articles can be ordered by. */
export const articleOrders = {
  PUBLISHED: 'a.timelineKey',
  TITLE: 'toLower(coalesce(a.titleEn, a.titleKo))',
  SLUG: 'a.id',
} as const;

/** What a list of articles takes. */
export type ArticleListOptions = {
  readonly where?: ArticleFilter | null;
  readonly orderBy?: readonly OrderBy<keyof typeof articleOrders>[] | null;
};

/** All articles or those of a filter, in order of publication unless ordered otherwise. */
export function articleList({ where, orderBy }: ArticleListOptions): List<Article> {
  const bag = createBag();
  return {
    name: 'Query.articles',
    match: () => 'MATCH (a:Article)',
    variables: 'a',
    where: articleConditions('a', where, bag),
    order: orderOf(orderBy, articleOrders, ['PUBLISHED', 'SLUG']),
    facets: { LANGUAGE: 'a.language', YEAR: 'substring(a.publishedEdtf, 0, 4)' },
    record: articleRecord,
    params: bag.params,
  };
}

const passageMatches = {
  ARTICLE: ({ node }: Anchor) => `MATCH ${node}<-[:\`IN\`]-(p:Passage) MATCH (p)-[:\`IN\`]->(a:Article)`,
  THING: ({ node }: Anchor) => `MATCH ${node}-[:CITES]->(p:Passage)-[:\`IN\`]->(a:Article)`,
  IDS: ({ id }: Anchor) => `UNWIND ${id} AS cited MATCH (p:Thing {id: cited})-[:\`IN\`]->(a:Article)`,
} as const;

/** What a list of passages takes. */
export type PassageListOptions = ReportedBy & { readonly where?: PassageFilter | null };

/**
 * The passages of the parent, those that the parent cites, or those whose ids are the parent's list; in the order of
 * the articles and their texts.
 */
export function passageList(
  of: keyof typeof passageMatches,
  { where, reportedBy }: PassageListOptions,
): List<Passage> {
  const bag = createBag();
  return {
    name: { ARTICLE: 'Article.passages', THING: 'Thing.citations', IDS: 'Relationship.citations' }[of],
    match: passageMatches[of],
    variables: 'p, a',
    where: [
      ...applying(reportedBy && `p.reported <= ${bag.add(reportedBy)}`),
      ...passageConditions('p', where, bag),
    ],
    order: [{ name: 'POSITION', by: 'p.positionKey' }],
    facets: { ARTICLE: 'p.articleId' },
    record: passageRecord,
    reportedBy,
    params: bag.params,
  };
}
