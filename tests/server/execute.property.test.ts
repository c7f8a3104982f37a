import fc from 'fast-check';
import { buildSchema, type ExecutionResult, isInterfaceType, parse, execute as reference } from 'graphql';
import { expect, it } from 'vitest';
import { execute } from '../../src/server/execute/execute.ts';

const schema = buildSchema(`
  enum Color { RED GREEN }
  interface Named { name: String! }
  type Leaf implements Named { name: String! color: Color size(by: Int! = 2): Int }
  type Branch implements Named { name: String! one: Named sure: Named! all: [Named] each: [Named!]! words: [String!] }
  type Query { branch: Branch sure: Branch! all: [[Named]!] }
  type Mutation { branch: Branch }
`);
for (const type of Object.values(schema.getTypeMap()))
  if (isInterfaceType(type)) type.resolveType = ({ kind }) => kind;

const fragments = `
  fragment Deep on Named { name __typename ... on Leaf { c: color size twice: size(by: $by) }
    ... on Branch { words one { name } again: one { ... on Branch { sure { name } } } } }
`;
const documents = [
  'query ($by: Int! = 4) { branch { ...Deep all { ...Deep } each { name ...Deep } } }',
  'query ($by: Int!) { sure { sure { ...Deep } all { ... on Leaf { size(by: $by) } } } branch { name } }',
  'query ($by: Int!, $no: Boolean = true) { all { ...Deep } branch @skip(if: $no) { name } }',
  '{ __typename __schema { queryType { name } } __type(name: "Leaf") { name fields { name } } }',
  'query A { branch { name } } query B ($by: Int!) { sure { ...Deep } }',
  'mutation { branch { name } }',
  'query ($no: Boolean = true) { branch @skip(if: $no) { name } __typename @include(if: $no) }',
].map((text) => parse(text.includes('...Deep') ? text + fragments : text));

/** What a resolver may give instead of what it should. */
const mishap = fc.constantFrom<unknown>(null, undefined, new Error('given'), 7, 'text');
const around = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 6, arbitrary: value },
    { weight: 2, arbitrary: value.map((one) => () => Promise.resolve(one)) },
    { weight: 1, arbitrary: mishap },
    { weight: 1, arbitrary: fc.constantFrom('now', 'later').map(failure) },
  );

function failure(when: string) {
  return () => {
    if (when === 'now') throw new Error('thrown');
    return Promise.reject(new Error('rejected'));
  };
}

const { tree } = fc.letrec<{ tree: Record<string, unknown>; leaf: object; branch: object }>((tie) => ({
  tree: fc.record({
    branch: around(tie('branch')),
    sure: around(tie('branch')),
    all: around(fc.array(around(fc.array(around(tie('leaf')), { maxLength: 2 })), { maxLength: 2 })),
  }),
  leaf: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      kind: fc.constant('Leaf'),
      name: around(fc.string()),
      color: around(fc.constantFrom('RED', 'BLUE')),
      size: around(fc.constant(({ by }: { by: number }) => by)),
    }),
    tie('branch'),
  ),
  branch: fc.record({
    kind: fc.constantFrom('Branch', 'Branch', 'Branch', 'Nothing'),
    name: around(fc.string()),
    one: around(tie('leaf')),
    sure: around(tie('leaf')),
    all: around(fc.array(around(tie('leaf')), { maxLength: 3 })),
    each: around(fc.array(around(tie('leaf')), { maxLength: 3 })),
    words: around(fc.array(around(fc.string()), { maxLength: 2 })),
  }),
}));

/**
 * An answer without its prototypes, its errors by the place that is null for them; of what they say only what both must
 * say alike. Where one error takes away what is around it, it is left open which others in there are told of (they may
 * still be to come): the place counts then.
 */
function plain(result: ExecutionResult): unknown {
  const { data, errors = [] } = result;
  const whole = JSON.parse(JSON.stringify(data ?? null));
  const told = errors.map(({ path, locations, originalError }) => {
    const place = nullIn(whole, path ?? []);
    if (path && place.length < path.length) return JSON.stringify(place);
    const own = ['given', 'thrown', 'rejected'].find((message) => originalError?.message === message);
    return JSON.stringify([path, locations, own]);
  });
  return { isWhole: 'data' in result, data: whole, errors: [...new Set(told)].sort() };
}

/** How far a path leads before there is nothing. */
function nullIn(data: unknown, path: readonly (string | number)[]): readonly (string | number)[] {
  let at = data;
  const reached = path.findIndex((key) => {
    if (at === null) return true;
    at = (at as Record<string | number, unknown>)[key];
    return false;
  });
  return reached < 0 ? path : path.slice(0, reached);
}

it('answers as graphql-js does, whatever goes wrong where', async () => {
  await fc.assert(
    fc.asyncProperty(
      tree,
      fc.constantFrom(...documents),
      fc.constantFrom({}, { by: 3 }, { by: null }, { by: 'x' }, { by: 1, no: false }, { by: 1, no: null }),
      fc.constantFrom(undefined, 'A', 'B'),
      async (rootValue, document, variableValues, operationName) => {
        const args = { schema, document, rootValue, variableValues, operationName };
        expect(plain(await execute(args))).toEqual(plain(await reference(args)));
      },
    ),
    { numRuns: 3_000, seed: 5 },
  );
}, 60_000);

it('lets nothing go unhandled that stands behind an item which fails at once', async () => {
  const branch = () => ({
    kind: 'Branch',
    each: [{ kind: 'Leaf', name: null }, Promise.reject(new Error('later'))],
  });
  const document = parse('{ branch { each { name } } }');
  const { data, errors } = await execute({ schema, document, rootValue: { branch } });
  // What is not handled by the next turn of the event loop fails the run.
  await new Promise(setImmediate);
  expect(JSON.stringify(data)).toBe('{"branch":null}');
  expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['branch.each.0.name']);
});
