import { z } from 'zod';
import type { Article, Passage } from '../../model/things.ts';
import { nested, property, type Selection, select } from '../columns.ts';
import { lookup } from './keyed.ts';
import type { List } from './list.ts';

const text = z.string();

const articleColumns: Selection<Article> = select<Article>({
  id: property('a', 'id', text),
  titleEn: property('a', 'titleEn', text.nullable()),
  titleKo: property('a', 'titleKo', text.nullable()),
  language: property('a', 'language', z.enum(['en', 'ko'])),
  address: property('a', 'address', text),
  publishedEdtf: property('a', 'publishedEdtf', text),
  publicationId: property('a', 'publicationId', text),
});

const passageColumns: Selection<Passage> = select<Passage>({
  id: property('p', 'id', text),
  article: nested(articleColumns),
  paragraph: property('p', 'paragraph', z.int()),
  start: property('p', 'start', z.int()),
  end: property('p', 'end', z.int()),
  quoteSha256: property('p', 'quoteSha256', text),
  summaryEn: property('p', 'summaryEn', text.nullable()),
  summaryKo: property('p', 'summaryKo', text.nullable()),
});

/** Articles by id. */
export const articlesById = lookup('Article.byId', 'MATCH (a:Thing {id: k}) WHERE a:Article', articleColumns);

/** Passages by id. */
export const passagesById = lookup(
  'Passage.byId',
  'MATCH (p:Thing {id: k})-[:`IN`]->(a:Article)',
  passageColumns,
);

/** All articles in order of publication. */
export function articleList(descending: boolean): List<Article> {
  return {
    name: 'Query.articles',
    match: 'MATCH (a:Article)',
    variables: 'a',
    where: [],
    order: [{ by: 'a.timelineKey', descending }],
    selection: articleColumns,
    params: {},
  };
}

/** The passages of the article `k` in the order of its text. */
export function passageList(): List<Passage> {
  return {
    name: 'Article.passages',
    match: 'MATCH (a:Thing {id: k})<-[:`IN`]-(p:Passage)',
    variables: 'p, a',
    where: [],
    order: [{ by: 'p.positionKey' }],
    selection: passageColumns,
    params: {},
  };
}

/** The passages that the thing `k` cites, article by article. */
export function citedPassageList(): List<Passage> {
  return {
    name: 'Thing.citations',
    match: 'MATCH (:Thing {id: k})-[:CITES]->(p:Passage)-[:`IN`]->(a:Article)',
    variables: 'p, a',
    where: [],
    order: [{ by: 'p.positionKey' }],
    selection: passageColumns,
    params: {},
  };
}
