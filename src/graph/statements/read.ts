import { type Picked, type RecordOf, type Selection, select } from '../columns.ts';
import { type Decode, listOf, nullable, text, tupleOf, whole } from '../decode.ts';
import type { Params, Statement, Value } from '../store.ts';
import { type Keyed, keyed } from './keyed.ts';
import type { Anchor, AnyList, Window } from './list.ts';
import { pageOf, placeOf, rowsOf, wholeOf, windowParams } from './rows.ts';

/** What is taken of a list: a page, all rows, how many there are, or how many for each value of a facet. */
export type Take =
  | { readonly kind: 'PAGE'; readonly window: Window }
  | { readonly kind: 'ALL' }
  | { readonly kind: 'COUNT' }
  | { readonly kind: 'FACET'; readonly facet: string };

/** A list to read, what to take of it, what of each row, and what to read from each row along with it. */
export type Read = {
  /** Under which the record it is read from gives it. */
  readonly key: string;
  readonly list: AnyList;
  readonly take: Take;
  /** What it hangs on inside a statement that has bound its parent to a variable; the node of that name if left out. */
  readonly anchor?: (variable: string) => Anchor;
  /** All of the row where left out. */
  readonly wanted?: Wanted;
};

/** The columns wanted of a record, and what to read from it; the same of the records inside it. */
export type Wanted = {
  readonly columns: Picked['columns'];
  /** Whether it is wanted where the row stands in its list. */
  readonly place: boolean;
  readonly inner: ReadonlyMap<string, Wanted>;
  readonly reads: readonly Read[];
};

/** A statement with its parameters, to which `$keys` must be added. */
export type Prepared<T> = { readonly statement: Statement<Keyed<T>>; readonly params: Params };

/**
 * What a statement gives of a list: a number of a count, pairs of a facet, else a row each: its place (null but for
 * pages of which it is wanted), its record, and what was read from it, in the order of `readsOf`.
 */
export type Row = readonly [place: readonly (string | number)[] | null, record: object, ...reads: unknown[]];

/** A whole record inside a row: where it is, and the variable it is bound to. */
type Inside = { readonly path: readonly string[]; readonly variable: string };

/** All that is read from a row or a record inside it, with the path of the record it is read from. */
export function readsOf(read: Read): readonly { readonly read: Read; readonly inside: Inside }[] {
  return read.wanted ? collectReads(read.list.record, read.wanted, []) : [];
}

function collectReads(
  record: AnyList['record'],
  wanted: Wanted,
  path: readonly string[],
): { read: Read; inside: Inside }[] {
  const own = wanted.reads.map((read) => ({ read, inside: { path, variable: record.variable } }));
  const columns = record.columns as { readonly [name: string]: unknown };
  const inner = [...wanted.inner].flatMap(([name, one]) =>
    collectReads(columns[name] as AnyList['record'], one, [...path, name]),
  );
  return [...own, ...inner];
}

/** The one statement that reads a list for many parents, with all that is read from its rows. */
export function readStatement<T>(read: Read): Prepared<T> {
  const scope: Scope = { params: {}, reads: 0 };
  const body = bodyOf(read, { node: '(:Thing {id: k})', id: 'k' }, 'd', scope);
  return { statement: statementOf(nameOf(read), body, read) as Statement<Keyed<T>>, params: scope.params };
}

/** What is being written: the parameters so far, and how many reads have a part in the text. */
type Scope = { readonly params: { [name: string]: Value }; reads: number };

/** The text that reads a list from a parent and returns it as `name`. Variables and parameters carry the read's number. */
function bodyOf(read: Read, parent: Anchor, name: string, scope: Scope): string {
  const { list, take } = read;
  const place = scope.reads;
  scope.reads += 1;
  const own = (text: string) => (place === 0 ? text : text.replaceAll('$', `$p${place}_`));
  const window = take.kind === 'PAGE' ? windowParams(take.window) : {};
  for (const [key, value] of Object.entries({ ...list.params, ...window }))
    scope.params[own(`$${key}`).slice(1)] = value;

  if (take.kind === 'COUNT') return `${own(rowsOf(list, parent))} RETURN count(*) AS ${name}`;
  if (take.kind === 'FACET')
    return `${own(rowsOf(list, parent))} WITH ${facetOf(list, take.facet)} AS value, count(*) AS size ORDER BY value RETURN collect([value, size]) AS ${name}`;

  const rows = own(take.kind === 'PAGE' ? pageOf(list, take.window, parent) : wholeOf(list, parent));
  const at = take.kind === 'PAGE' && (read.wanted?.place ?? true) ? placeOf(list) : 'null';
  const { cypher } = selectionOf(read);
  const reads = readsOf(read);
  if (reads.length === 0) return `${rows} RETURN collect([${at}, ${cypher}]) AS ${name}`;

  const bound = [...new Set(reads.map(({ inside }) => inside.variable))];
  const renamed = (variable: string) => `${variable}_${place}`;
  const carried = bound.map((variable) => `${variable} AS ${renamed(variable)}`);
  const calls = reads.map(({ read: inner, inside }, index) => {
    const variable = renamed(inside.variable);
    const anchor = inner.anchor?.(variable) ?? { node: `(${variable})`, id: `${variable}.id` };
    const body = bodyOf(inner, anchor, `x_${place}_${index}`, scope);
    return `CALL (${variable}) { ${body} }`;
  });
  const found = reads.map((_, index) => `x_${place}_${index}`);
  return (
    `${rows} WITH ${carried.join(', ')}, ${at} AS at_${place}, ${cypher} AS row_${place} ` +
    `${calls.join(' ')} RETURN collect([at_${place}, row_${place}, ${found.join(', ')}]) AS ${name}`
  );
}

function facetOf({ name, facets }: AnyList, facet: string): string {
  const by = facets[facet];
  if (by === undefined) throw new Error(`${name} has no facet ${facet}`);
  return by;
}

/** For logs: the list at the root, and a plus for what is read with it. */
function nameOf({ list, take, wanted }: Read): string {
  const suffix = {
    PAGE: '',
    ALL: '',
    COUNT: '.totalCount',
    FACET: `.${take.kind === 'FACET' ? take.facet : ''}`,
  };
  const isFused = wanted && [wanted, ...wanted.inner.values()].some(({ reads }) => reads.length > 0);
  return `${list.name}${suffix[take.kind]}${isFused ? '+' : ''}`;
}

const statements = new Map<string, Statement>();
const mostStatements = 1_000;

/** The statement with this text, made once: what decodes its rows costs more to make than its text. */
function statementOf(name: string, body: string, read: Read): Statement {
  const known = statements.get(body);
  if (known?.name === name) return known;
  const statement = keyed(name, body, decodeOf(read));
  if (statements.size >= mostStatements) statements.clear();
  statements.set(body, statement);
  return statement;
}

const place = nullable(listOf((part) => (typeof part === 'number' ? part : text(part))));
const facetCounts = listOf(tupleOf(nullable(text), whole));

function decodeOf(read: Read): Decode<unknown> {
  if (read.take.kind === 'COUNT') return whole;
  if (read.take.kind === 'FACET') return facetCounts;
  const inner = readsOf(read).map((one) => decodeOf(one.read));
  return listOf(tupleOf(place, selectionOf(read).decode, ...inner));
}

const selections = new WeakMap<object, Map<string, Selection<object>>>();

/** The columns that a read wants of its rows; made once for each set of columns. */
function selectionOf({ list, wanted }: Read): Selection<object> {
  const key = wanted ? signatureOf(wanted) : '*';
  const known = selections.get(list.record) ?? new Map<string, Selection<object>>();
  selections.set(list.record, known);
  const selection = known.get(key) ?? select(list.record as RecordOf<object>, wanted);
  known.set(key, selection);
  return selection;
}

function signatureOf({ columns, inner }: Wanted): string {
  const inside = [...inner].map(([name, one]) => `${name}(${signatureOf(one)})`);
  const own = columns === 'ALL' ? ['*'] : [...columns].sort();
  return [...own, ...inside.sort()].join(' ');
}
