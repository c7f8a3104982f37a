import { z } from 'zod';
import { list, property } from '../columns.ts';
import { lookup } from './keyed.ts';

const text = z.string();

/** What a search ranks a candidate by. */
export type Searched = {
  readonly id: string;
  readonly kind: string;
  readonly nameEn: string | null;
  readonly nameKo: string | null;
  readonly aliases: string[];
  readonly reported: string;
};

/** Candidates of a search by id, with the names they are ranked by and the day from which they could be known. */
export const searchedThings = lookup<Searched>('Search.names', 'MATCH (n:Thing {id: k})', {
  variable: 'n',
  columns: {
    id: property('n', 'id', text),
    kind: property('n', 'kind', text),
    nameEn: { cypher: 'coalesce(n.nameEn, n.titleEn)', schema: text.nullable() },
    nameKo: { cypher: 'coalesce(n.nameKo, n.titleKo)', schema: text.nullable() },
    aliases: list('n', 'aliases', text),
    reported: {
      cypher: 'coalesce(n.reported, n.reportedFrom[0], toString(n.publishedLatest))',
      schema: text,
    },
  },
});

/** What sources say of candidates, by id of the candidate, in both languages. */
export const searchedTexts = lookup<{ textEn: string | null; textKo: string | null }>(
  'Search.texts',
  'MATCH (:Thing {id: k})-[:DESCRIBED_BY]->(d:Description) WITH d ORDER BY d.positionKey',
  {
    variable: 'd',
    columns: {
      textEn: property('d', 'textEn', text.nullable()),
      textKo: property('d', 'textKo', text.nullable()),
    },
  },
);
