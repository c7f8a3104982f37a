import { expect, it } from 'vitest';
import { describeOnEachEngine } from '../engines.ts';
import { ask } from '../support/ask.ts';
import { generateDossiers } from '../support/generated.ts';
import { loadedStore } from '../support/loaded-store.ts';

const dossiers = generateDossiers(7, { entities: 80, relationships: 240, events: 60 });

/**
 * Operations as clients send them, each with the statements it takes at most, however long its lists are: one for each
 * field of the query, and one for each count of its list; beyond those only what is not declared, or lies too far in.
 */
const operations: readonly (readonly [statements: number, operation: string])[] = [
  [
    3,
    `query ($first: Int!) { entities(first: $first, orderBy: [{field: KIND}, {field: NAME, direction: DESC}]) {
      totalCount kinds { value count } nodes { id name aliases } } }`,
  ],
  [
    // Of so many rows within rows, the innermost lists are read apart.
    2,
    `query ($first: Int!) { entities(first: $first, kinds: [ORGANIZATION]) { nodes { ... on Organization {
      people(first: $first) { totalCount nodes { name positions(first: $first) { edges { node { name }
      relationship { since { label } citations(first: $first) { nodes { summary article { title } } } } } } } }
      } } } }`,
  ],
  [
    // The list's rows, with all that hangs on them; how many there are, and how many in each month.
    3,
    `query ($first: Int!) { timeline(first: $first) { totalCount buckets(unit: MONTH) { key count }
      nodes { title date { label } participants { role entity { name } } citations(first: $first) { nodes { summary } }
      descriptions(first: $first) { nodes { text } } } } }`,
  ],
  [
    1,
    `query ($first: Int!) { entities(first: $first) { nodes { relationships(first: $first, asOf: "2019-07-24") {
      types { value count } edges { certainty other { name } node { type from { name } to { name }
      openedBy { title } closedBy { title } } } } timeline(first: $first) { nodes { title } } } } }`,
  ],
  [
    // Nothing of the list but counts is asked for, and no row is read.
    1,
    `query ($first: Int!) { entities(first: $first, where: {name: {contains: "a"}}) { legalForms { value count } } }`,
  ],
  [
    // What a passage supports is of four sorts, and each is read once.
    6,
    `query ($first: Int!) { articles(first: $first) { nodes { title publishers { name } authors { name }
      passages(first: $first) { totalCount nodes { summary article { slug } supports(first: $first) { nodes { __typename } } } } } } }`,
  ],
  [
    7,
    `query ($first: Int!) { changes(between: {from: "2010-01-01", to: "2020-12-31"}, first: $first) { totalCount
      kinds { value count } nodes { kind certainty event { title } relationship { type from { name } to { name } } entities { name } } } }`,
  ],
  [
    8,
    `query ($first: Int!) { facts(sources: SEVERAL, first: $first) { totalCount nodes { __typename
      ... on Event { title sources { title } disagreements { field tellings { article { slug } } } }
      ... on Relationship { type sources { title } disagreements { field } } } } }`,
  ],
];

describeOnEachEngine('statements of an operation', (open) => {
  const ready = loadedStore(open, () => dossiers);

  it.each(operations)('are at most %i, however long its lists: %s', async (most, operation) => {
    const store = await ready();
    for (const first of [1, 10, 100]) {
      const { errors, statements } = await ask(store, operation, { variables: { first } });
      expect(errors).toEqual([]);
      expect([first, statements.length <= most, statements]).toEqual([first, true, statements]);
    }
  });
});
