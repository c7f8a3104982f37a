import { property, type RecordOf } from '../columns.ts';
import { nullable, text, truth } from '../decode.ts';
import type { Searched } from '../store.ts';
import { entityRecord } from './entity.ts';
import { inVersion, version } from './filters/time.ts';
import { lookup } from './keyed.ts';

/** A candidate bound to `n`, with its titles in the version given, if any. */
export function searched(at?: string): RecordOf<Searched> {
  const name = (language: 'En' | 'Ko') => {
    const title = `n.title${language}`;
    const then = at ? inVersion('n', `Title${language}`, title, at) : title;
    return { cypher: `coalesce(n.name${language}, ${then})`, decode: nullable(text) };
  };
  return {
    variable: 'n',
    columns: {
      ...entityRecord('n').columns,
      kind: property('n', 'kind', text),
      nameEn: name('En'),
      nameKo: name('Ko'),
      isDescribed: { cypher: 'COUNT { (n)-[:DESCRIBED_BY]->() } > 0', decode: truth },
    },
  };
}

/** Candidates of a search by id, with the names they are ranked by. */
export const searchedThings = lookup('Search.names', 'MATCH (n:Thing {id: k})', searched());

// An entity, an event and an article each have a way of their own to say since when they can be known.
const reported =
  'coalesce(n.reported, n.reportedFrom[0], toString(n.publishedLatest), toString(n.publishedEarliest))';

/** As `searchedThings`, of what had been reported by `$reportedBy`, and with the titles that events had then. */
export const searchedThingsAsKnown = lookup(
  'Search.namesAsKnown',
  `MATCH (n:Thing {id: k}) WHERE ${reported} <= $reportedBy ` +
    `WITH n, size([day IN coalesce(n.reportedFrom, []) WHERE day <= $reportedBy]) - 1 AS ${version}`,
  searched(version),
);

const texts: RecordOf<{ textEn: string | null; textKo: string | null }> = {
  variable: 'd',
  columns: {
    textEn: property('d', 'textEn', nullable(text)),
    textKo: property('d', 'textKo', nullable(text)),
  },
};

const description = 'MATCH (:Thing {id: k})-[:DESCRIBED_BY]->(d:Description)';

/** What sources say of candidates, by id of the candidate, in both languages. */
export const searchedTexts = lookup('Search.texts', `${description} WITH d ORDER BY d.positionKey`, texts);

/** As `searchedTexts`, of what had been said by `$reportedBy`. */
export const searchedTextsAsKnown = lookup(
  'Search.textsAsKnown',
  `${description} WHERE d.reported <= $reportedBy WITH d ORDER BY d.positionKey`,
  texts,
);
