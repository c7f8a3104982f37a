import type { Article, Passage } from '../model/things.ts';
import * as resolve from '../resolvers/article.ts';
import { connect } from '../resolvers/connection.ts';
import { dateOf } from '../resolvers/date.ts';
import { participantsReading } from '../resolvers/event.ts';
import { reads } from '../resolvers/reads.ts';
import { builder } from './builder.ts';
import { connectionTypes, orderInput, pageArgs } from './connection.ts';
import { FuzzyDateType } from './date.ts';
import { LanguageEnum } from './enums.ts';
import { ArticleFilterInput } from './filters.ts';
import { idFieldOf, NodeInterface } from './node.ts';
import { passageArgs } from './passages.ts';
import { EntityInterface, EventInterface } from './refs.ts';
import { languageArgs } from './text.ts';

const ArticleType = builder.objectRef<Article>('Article');

/** A place in an article that facts rest on. */
export const PassageType = builder.objectRef<Passage>('Passage').implement({
  description:
    'A place in an article that facts rest on. Its words are the publisher’s: we keep where they stand, their hash (so that whoever has the article can check them), and our own summary.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id(idFieldOf('Passage')),
    article: t.expose('article', {
      type: ArticleType,
      description: 'The article it is in.',
      ...reads({ part: 'article' }),
    }),
    paragraph: t.exposeInt('paragraph', {
      description: 'Number of the paragraph (a line that is not blank), from 1.',
    }),
    start: t.exposeInt('start', {
      description: 'First code point of the passage inside the paragraph, from 0.',
    }),
    end: t.exposeInt('end', { description: 'The code point after its last.' }),
    quoteSha256: t.exposeString('quoteSha256', {
      description: 'SHA-256 of the passage’s words (NFC, UTF-8), in hex.',
    }),
    summary: t.string({
      description: 'What it says, in one line of our own words.',
      args: languageArgs,
      resolve: resolve.passageSummary,
      ...reads({ columns: ['summaryEn', 'summaryKo'] }),
    }),
  }),
});

/** A page of passages: what a fact cites. */
export const { connection: PassageConnection } = connectionTypes<Passage, Passage>('Passage', {
  of: 'passages of articles',
  node: PassageType,
  nodeOf: (passage) => passage,
  part: '',
});

/** What a field reads that gives who had a part in an article's publication. */
const readsAgents = reads({
  reading: resolve.publicationReading,
  parentColumns: ['publicationId'],
  next: { reading: participantsReading, columns: ['role'], part: 'entity' },
});

builder.objectType(ArticleType, {
  description: 'The bibliographic record of an article.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id(idFieldOf('Article')),
    slug: t.exposeString('id', { description: 'Its readable id.' }),
    title: t.string({
      description: 'Its title.',
      args: languageArgs,
      resolve: resolve.articleTitle,
      ...reads({ columns: ['titleEn', 'titleKo'] }),
    }),
    language: t.field({
      type: LanguageEnum,
      description: 'The language it is written in.',
      resolve: ({ language }) => (language === 'ko' ? 'KO' : 'EN'),
      ...reads({ columns: ['language'] }),
    }),
    published: t.field({
      type: FuzzyDateType,
      nullable: true,
      description: 'When it was published.',
      resolve: ({ publishedEdtf }) => dateOf(publishedEdtf),
      ...reads({ columns: ['publishedEdtf'] }),
    }),
    address: t.expose('address', { type: 'URL', description: 'Where the original stands.' }),
    publishers: t.field({
      type: [EntityInterface],
      description: 'Who published it.',
      resolve: (article, _, context) => resolve.articleAgents(article, 'PUBLISHER', context),
      ...readsAgents,
    }),
    authors: t.field({
      type: [EntityInterface],
      description: 'Who wrote it.',
      resolve: (article, _, context) => resolve.articleAgents(article, 'AUTHOR', context),
      ...readsAgents,
    }),
    publication: t.field({
      type: EventInterface,
      description: 'The event of its publication.',
      resolve: (article, _, context) => resolve.publication(article, context),
      ...reads({ reading: resolve.publicationReading, parentColumns: ['publicationId'] }),
    }),
    republications: t.field({
      type: [EventInterface],
      description: 'The times it was shared elsewhere, in order of time.',
      resolve: (article, _, context) => resolve.republications(article, context),
      ...reads({ reading: resolve.publicationsReading, parentColumns: ['publicationId'] }),
    }),
    passages: t.field({
      type: PassageConnection,
      description: 'Its passages that facts rest on, in the order of the text.',
      args: passageArgs,
      resolve: (article, args, context) => connect(context, resolve.passagesReading, args, article),
      ...reads({ reading: resolve.passagesReading }),
    }),
  }),
});

const ArticleOrderInput = orderInput('Article', {
  PUBLISHED: 'When it was published.',
  TITLE: 'Its title.',
  SLUG: 'Its slug.',
});

const { connection: ArticleConnection } = connectionTypes<Article, Article>('Article', {
  of: 'articles in order of publication',
  node: ArticleType,
  nodeOf: (article) => article,
  part: '',
});

builder.queryFields((t) => ({
  article: t.field({
    type: ArticleType,
    nullable: true,
    description: 'The article with this slug; null where there is none.',
    args: { slug: t.arg.string({ required: true, description: 'The readable id of the article.' }) },
    resolve: (_, args, context) => resolve.articleBySlug(args, context),
    ...reads({ reading: resolve.articleReading }),
  }),
  articles: t.field({
    type: ArticleConnection,
    description: 'All articles, in order of publication.',
    args: {
      ...pageArgs,
      where: t.arg({ type: ArticleFilterInput, description: 'Only such articles.' }),
      orderBy: t.arg({ type: [ArticleOrderInput], description: 'The order; by publication where left out.' }),
    },
    resolve: (_, args, context) => connect(context, resolve.articlesReading, args, context.loaders.root),
    ...reads({ reading: resolve.articlesReading }),
  }),
}));

export { ArticleType };
