import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationOf } from '../../src/operation.ts';
import { globalId } from '../../src/resolvers/node.ts';
import { schema } from '../../src/schema/index.ts';
import { createCosting } from '../../src/server/limits/cost.ts';

const bounds = { cost: 0, depth: 0 };

function operationFor(document: ReturnType<typeof parse>, variables: object, operationName?: string) {
  const operation = operationOf({ schema, document, variableValues: { ...variables }, operationName });
  if (!operation) throw new Error('No operation');
  return operation;
}

/** What a document costs with some variables after others, and what it costs where nothing was counted before. */
function costsOf(source: string, ...variables: readonly object[]) {
  const document = parse(source);
  const count = createCosting(bounds);
  return variables.map((given) => {
    const operation = operationFor(document, given);
    return { again: count(operation).cost, anew: createCosting(bounds)(operation).cost };
  });
}

const ids = Array.from({ length: 50 }, (_, at) => globalId('Organization', `o${at}`));
const nested = 'relationships(first: $n) { nodes { __typename } }';

describe('a cost that is counted once', () => {
  it.each([
    ['first', 'query ($n: Int) { entities(first: $n) { nodes { slug } } }', { n: 2 }, { n: 80 }],
    ['last', 'query ($n: Int) { entities(last: $n) { nodes { slug } } }', { n: 2 }, { n: 80 }],
    ['ids', 'query ($n: [ID!]!) { nodes(ids: $n) { id } }', { n: ids.slice(0, 2) }, { n: ids }],
    [
      'in a fragment',
      `query ($n: Int) { entity(slug: "openai") { ...F } } fragment F on Entity { ${nested} }`,
      { n: 2 },
      { n: 80 },
    ],
    [
      '@skip',
      'query ($n: Boolean!) { entities(first: 50) @skip(if: $n) { nodes { slug } } __typename }',
      { n: true },
      { n: false },
    ],
  ])('is of what the variables of each request say: %s', (_, source, few, many) => {
    const [first, second, third] = costsOf(source, few, many, few);
    expect([first?.again, second?.again]).toEqual([first?.anew, second?.anew]);
    expect(third).toEqual(first);
    expect((second?.anew ?? 0) - (first?.anew ?? 0)).toBeGreaterThan(20);
  });

  it('is the same where another argument cannot be read, which costs nothing and must not be kept as little', () => {
    const types = 'types: [$t]';
    const source = `query ($t: RelationshipType = FOUNDED) { entities(first: 100) { nodes {
      relationships(first: 100, ${types}) { nodes { __typename } } } } }`;
    const [refused, good] = costsOf(source, { t: null }, {});
    expect(refused).toEqual(good);
    expect(good?.again).toBe(good?.anew);
    expect(good?.again).toBeGreaterThan(10_000);
  });

  it('is the same for each operation of a document, whichever was asked for first', () => {
    const document = parse('query A { __typename } query B { entities(first: 50) { nodes { slug } } }');
    const count = createCosting(bounds);
    const [a, b, again] = ['A', 'B', 'A'].map((name) => count(operationFor(document, {}, name)));
    // The very same: it was not counted a second time.
    expect(again).toBe(a);
    expect((b?.cost ?? 0) - (a?.cost ?? 0)).toBeGreaterThan(40);
  });
});
