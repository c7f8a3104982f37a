import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationOf } from '../../src/operation.ts';
import { schema } from '../../src/schema/index.ts';
import { createCosting } from '../../src/server/limits/cost.ts';

const bounds = { cost: 0, depth: 0 };

/** What a document costs with some variables after others, and what it costs where nothing was counted before. */
function costsOf(source: string, ...variables: readonly object[]) {
  const document = parse(source);
  const count = createCosting(bounds);
  return variables.map((variableValues) => {
    const operation = operationOf({ schema, document, variableValues: { ...variableValues } });
    if (!operation) throw new Error(`No operation: ${source}`);
    return { again: count(operation).cost, anew: createCosting(bounds)(operation).cost };
  });
}

describe('a cost that is counted once', () => {
  it('is of the size, the ids and the choice that the variables of each request say', () => {
    const sized = 'query ($n: Int) { entities(first: $n) { nodes { slug } } }';
    const inside =
      'query ($n: Int) { openai: entity(slug: "openai") { ...F } } fragment F on Entity { relationships(first: $n) { nodes { __typename } } }';
    const chosen = 'query ($n: Boolean!) { entities(first: 50) @skip(if: $n) { nodes { slug } } __typename }';
    for (const [source, few, many] of [
      [sized, { n: 2 }, { n: 80 }],
      [inside, { n: 2 }, { n: 80 }],
      [chosen, { n: true }, { n: false }],
    ] as const) {
      const [first, second, third] = costsOf(source, few, many, few);
      expect([source, first?.again, second?.again]).toEqual([source, first?.anew, second?.anew]);
      expect(third).toEqual(first);
      expect([source, (second?.anew ?? 0) - (first?.anew ?? 0) > 20]).toEqual([source, true]);
    }
  });

  it('is the same for each operation of a document, whichever was asked for first', () => {
    const document = parse('query A { __typename } query B { entities(first: 50) { nodes { slug } } }');
    const count = createCosting(bounds);
    const [a, b, again] = ['A', 'B', 'A'].map((operationName) => {
      const operation = operationOf({ schema, document, operationName });
      if (!operation) throw new Error(`No operation ${operationName}`);
      return count(operation).cost;
    });
    expect(a).toBe(again);
    expect(b).toBeGreaterThan(40);
  });
});
