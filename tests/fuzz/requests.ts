import type { GraphQLSchema } from 'graphql';
import type { Random } from '../support/generated/random.ts';
import { madeOperation, type Pool } from '../support/operations.ts';

/** A request that a stranger might send: what sort of attack it is, and its body. */
export type Hostile = { readonly sort: string; readonly body: string };

/** Texts that mean something to what might stand behind an API: Cypher, Lucene, YAML, JavaScript, Unicode, a terminal. */
export const hostileTexts: readonly string[] = [
  "' OR 1=1 //",
  "x'}) DETACH DELETE n //",
  '"}) MATCH (n) SET n.id = 1 RETURN n //',
  '`) RETURN 1 //',
  '$keys',
  '$0',
  '*:*',
  'searchText:[* TO *]',
  '+kind:("Person"',
  '~2^9 AND OR NOT (',
  '\\',
  '\\"',
  '\u0000',
  '\u0000'.repeat(200),
  '\ud800',
  'a\udfff',
  '\u202e\u200f\ufeff',
  '__proto__',
  'constructor',
  'toString',
  '&a [*a, *a]',
  '!!js/function "x"',
  '<script>alert(1)</script>',
  '\u001b[2J',
  '../../etc/passwd',
  '9'.repeat(400),
  '-0',
  '𝕏'.repeat(100),
  'ㄱ'.repeat(199),
  '가'.repeat(5_000),
  ' '.repeat(3_000),
  'a'.repeat(100_000),
  '2019-02-30',
  '0000-00-00',
  'Infinity',
  '',
];

const hostileNumbers = [
  '2147483647',
  '2147483648',
  '-1',
  '-2147483649',
  '1e400',
  '0.5',
  '1e-320',
  '"1"',
  'null',
  'true',
];

/** A pool in which everything is named by a hostile text. */
const hostilePool: Pool = {
  texts: hostileTexts,
  // Fields of one kind take only what is called after it.
  entities: [
    ...hostileTexts,
    ...['person', 'organization', 'product', 'concept'].flatMap((kind) =>
      hostileTexts.map((text) => kind + text),
    ),
  ],
  events: hostileTexts,
  articles: hostileTexts,
  ids: [...hostileTexts, ...hostileTexts.map((text) => Buffer.from(`Person:${text}`).toString('base64url'))],
  cursors: new Map(),
};

type Make = (random: Random, schema: GraphQLSchema, pool: Pool) => string;

const ask = (query: string, variables?: unknown) => JSON.stringify({ query, variables });
const style = { fields: 14, depth: 4, roots: 2, spoils: 1 };
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

function made(random: Random, schema: GraphQLSchema, pool: Pool) {
  return madeOperation(schema, pool, { ...style, spoils: random.below(3) }, random);
}

/** A text with some of its characters taken out, doubled, or put elsewhere. */
function mangled(text: string, random: Random): string {
  let result = text;
  for (let changes = 1 + random.below(4); changes > 0; changes -= 1) {
    const at = random.below(result.length + 1);
    const piece = random.pick([
      '',
      '{',
      '}',
      '(',
      '"',
      '"""',
      '$',
      '...',
      '@',
      '\u0000',
      '\ud800',
      '#',
      '[',
      ':',
      '9e9',
      'on',
      '!',
    ]);
    result = result.slice(0, at) + piece + result.slice(at + random.below(3));
  }
  return result;
}

/** Any JSON at all. */
function anyJson(random: Random, depth = 0): unknown {
  switch (random.below(depth > 3 ? 4 : 6)) {
    case 0:
      return random.pick(hostileTexts);
    case 1:
      return random.pick([0, -1, 2 ** 31, 2 ** 53, 1e308, 0.1]);
    case 2:
      return random.pick([null, true, false]);
    case 3:
      return random.pick([[], {}]);
    case 4:
      return Array.from({ length: random.below(4) }, () => anyJson(random, depth + 1));
    default:
      return Object.fromEntries(
        Array.from({ length: random.below(4) }, () => [
          random.pick(['__proto__', 'constructor', 'and', 'first', 'query', '']),
          anyJson(random, depth + 1),
        ]),
      );
  }
}

const filterOf = (depth: number) => `${'{"and":['.repeat(depth)}{}${']}'.repeat(depth)}`;

const sorts: { readonly [sort: string]: Make } = {
  'hostile texts in every argument': (random, schema) => {
    const { source, variables } = made(random, schema, hostilePool);
    return ask(source, variables);
  },
  'a mangled operation': (random, schema, pool) => {
    const { source, variables } = made(random, schema, pool);
    return ask(mangled(source, random), variables);
  },
  'variables of any sort': (random, schema, pool) => {
    const { source, variables } = made(random, schema, pool);
    return ask(source, Object.fromEntries(Object.keys(variables).map((name) => [name, anyJson(random)])));
  },
  'any JSON for a body': (random) => JSON.stringify(anyJson(random)),
  'a body like an answer': (random, schema, pool) => {
    const { source } = made(random, schema, pool);
    const parts = { query: source, headers: {}, status: 200, body: null, ok: true };
    return JSON.stringify(Object.fromEntries(Object.entries(parts).filter(() => random.chance(0.7))));
  },
  'a mangled body': (random, schema, pool) => {
    const { source, variables } = made(random, schema, pool);
    return mangled(ask(source, variables), random);
  },
  deep: (random) => {
    const depth = random.pick([5, 50, 500, 5_000]);
    return ask(
      `{ entities { nodes ${'{ relationships { nodes { to '.repeat(depth)}{ slug } ${'} } }'.repeat(depth)} } }`,
    );
  },
  'deep values': (random) => {
    const depth = random.pick([5, 29, 100, 5_000, 50_000]);
    return `{"query":"query($w:EntityFilter){entities(where:$w){totalCount}}","variables":{"w":${filterOf(depth)}}}`;
  },
  'deep literals': (random) => {
    const depth = random.pick([5, 50, 500]);
    return ask(`{ entities(where: ${'{and: ['.repeat(depth)}{}${']}'.repeat(depth)}) { totalCount } }`);
  },
  wide: (random) => {
    const width = random.pick([10, 90, 2_000]);
    return ask(
      `{ ${times(width, (index) => `a${index}: search(text: "open", first: 100) { nodes { __typename } }`)} }`,
    );
  },
  'wide pages': (random) => {
    const first = random.pick(['100', '50', ...hostileNumbers]);
    return ask(
      `{ entities(first: ${first}) { nodes { timeline(first: ${first}) { nodes { participants { entity { relationships(first: ${first}) { totalCount nodes { citations { totalCount } } } } } } } } } }`,
    );
  },
  'many values': (random) => {
    const count = random.pick([100, 1_900, 50_000]);
    return ask('query($s:[String!]){entities(where:{slugs:$s}){totalCount}}', {
      s: Array.from({ length: count }, (_, index) => `s${index}`),
    });
  },
  'many ids': (random) =>
    ask('query($i:[ID!]!){nodes(ids:$i){id}}', {
      i: Array.from({ length: random.pick([100, 101, 1_999]) }, () => random.pick(hostilePool.ids)),
    }),
  'fragments in a ring': () =>
    ask('{ entities { nodes { ...a } } } fragment a on Entity { ...b } fragment b on Entity { slug ...a }'),
  'fragments that double': (random) => {
    const count = random.pick([5, 30, 150]);
    const name = random.chance(0.5) ? (index: number) => `x${index}: ` : () => '';
    const link = (index: number) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`;
    const nested = (index: number) =>
      `fragment f${index} on Entity { ${name(1)}relationships(first: 1) { nodes { to { ...f${index + 1} } } } ${name(2)}relationships(first: 1) { nodes { to { ...f${index + 1} } } } }`;
    return random.chance(0.5)
      ? ask(
          `{ ...f0 } ${times(count, link)} fragment f${count} on Query { entities(first: 1) { totalCount } }`,
        )
      : ask(
          `{ entities(first: 1) { nodes { ...f0 } } } ${times(count, nested)} fragment f${count} on Entity { slug }`,
        );
  },
  'directives in a flood': (random) =>
    ask(`{ entities { totalCount ${times(random.pick([10, 99, 3_000]), () => '@include(if: true)')} } }`),
  'the same field again and again': (random) =>
    ask(`{ ${times(random.pick([100, 1_000, 3_900]), () => '__typename')} }`),
  introspection: (random) => {
    const depth = random.pick([1, 2, 4, 12]);
    const width = random.pick([1, 3, 30]);
    const types = `types { ${'fields { type { '.repeat(depth)}name ${'} }'.repeat(depth)} }`;
    return ask(
      `{ ${times(width, (at) => `a${at}: __schema { ${times(width, (one) => `b${one}: ${types}`)} }`)} }`,
    );
  },
  'hostile dossiers': (random) => {
    const dossier = random.pick([
      ...hostileTexts,
      `a: &a [x]\nb: [${'*a, '.repeat(1_000)}]`,
      '['.repeat(random.pick([63, 100, 100_000])),
      `${'{"article": '.repeat(random.pick([10, 2_000]))}1`,
      '{"article": {"__proto__": {"id": "x"}, "constructor": 1}, "entities": [null, {}, []]}',
      `entities: [${'{id: x, kind: Person}, '.repeat(random.pick([10, 5_000]))}]`,
      `article: "${'가'.repeat(random.pick([10, 200_000]))}"`,
      mangled('article: {id: x, title: {en: T}, publisher: p}\npassages: {}\nentities: []\n', random),
    ]);
    const key = random.pick([null, ...hostileTexts]);
    return ask(
      'mutation($d:String!,$k:String,$a:String!,$r:Boolean){loadDossier(input:{dossier:$d,dryRun:$r,idempotencyKey:$k}){outcome problems{code message path line column}}retractDossier(input:{article:$a,idempotencyKey:$k}){retracted}}',
      { d: dossier, k: key, a: random.pick(hostileTexts), r: random.chance(0.3) },
    );
  },
  'what is no query': (random) =>
    ask(
      random.pick([
        'mutation { x }',
        'subscription { x }',
        'query',
        '',
        '{',
        'type A { b: C }',
        'query A { __typename } query B { __typename }',
        '\ufeff{ __typename }',
      ]),
    ),
  'a large text': (random) =>
    ask('query($t:String!){search(text:$t){totalCount}}', {
      t: random.pick(['가', 'a ', '\u0000']).repeat(random.pick([199, 250, 300_000, 999_000])),
    }),
};

/** Makes up a hostile request; the same for the same chance. */
export function hostileRequest(random: Random, schema: GraphQLSchema, pool: Pool): Hostile {
  const sort = random.pick(Object.keys(sorts));
  return { sort, body: (sorts[sort] as Make)(random, schema, pool) };
}
