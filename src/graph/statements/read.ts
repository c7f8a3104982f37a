import { type Picked, type RecordOf, type Selection, select } from '../columns.ts';
import { type Decode, listOf, nullable, text, tupleOf, values, whole } from '../decode.ts';
import type { GraphStore, Params, Statement, Value } from '../store.ts';
import { type Keyed, keyed } from './keyed.ts';
import type { Anchor, AnyList, Window } from './list.ts';
import { indexedPageOf, pageOf, placeOf, rowsOf, wholeOf, windowParams } from './rows.ts';

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
  /** Whether it is wanted whether a page's list goes on after it: one row more is read then. */
  readonly more: boolean;
  readonly inner: ReadonlyMap<string, Wanted>;
  readonly reads: readonly Read[];
};

/** A statement with its parameters, to which `$keys` must be added. */
export type Prepared<T> = { readonly statement: Statement<Keyed<T>>; readonly params: Params };

/** A whole record inside a row: where it is, and the variable it is bound to. */
type Inside = { readonly path: readonly string[]; readonly variable: string };

/**
 * How the rows of a read are laid out, each a list: where it stands if that is wanted, then its columns (a list of them
 * where more follows), then what was read from it.
 */
export type Layout = {
  /** Whether the row begins with its place. */
  readonly isPlaced: boolean;
  /** How long a row is. */
  readonly width: number;
  /** The record of a row. */
  readonly recordOf: (row: readonly unknown[]) => object;
  /** What is read from it, and where in the row that is. */
  readonly reads: readonly { readonly read: Read; readonly inside: Inside; readonly at: number }[];
};

const layouts = new WeakMap<Read, Layout>();

/** The layout of the rows of a page or of a whole list. */
export function layoutOf(read: Read): Layout {
  const known = layouts.get(read);
  if (known) return known;
  const isPlaced = read.take.kind === 'PAGE' && (read.wanted?.place ?? true);
  const reads = read.wanted ? collectReads(read.list.record, read.wanted, []) : [];
  const { columns, make } = selectionOf(read);
  const start = isPlaced ? 1 : 0;
  const isFlat = reads.length === 0;
  const layout = {
    isPlaced,
    width: start + (isFlat ? columns.length : 1 + reads.length),
    recordOf: isFlat
      ? (row: readonly unknown[]) => make(row, start)
      : (row: readonly unknown[]) => make(values(row[start], columns.length), 0),
    reads: reads.map((one, index) => ({ ...one, at: start + 1 + index })),
  };
  layouts.set(read, layout);
  return layout;
}

/** Decodes where a row stands. */
export const placeFrom: Decode<readonly (string | number)[]> = listOf((part) =>
  typeof part === 'number' ? part : text(part),
);

/** Decodes a count of a list, and a list counted by a facet. */
export const countFrom = { COUNT: whole, FACET: listOf(tupleOf(nullable(text), whole)) } as const;

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

/** What is found for a parent is decoded where it is hung on records: see loaders/settle.ts. */
const undecoded: Decode<unknown> = (value) => value;

/** The one statement that reads a list for many parents, with all that is read from its rows, as an engine does it best. */
export function readStatement(
  read: Read,
  engine: Pick<GraphStore, 'indexesRelationships'>,
): Prepared<unknown> {
  const scope: Scope = { params: {}, reads: 0, isIndexed: engine.indexesRelationships === true };
  const body = bodyOf(read, { node: '(:Thing {id: k})', id: 'k' }, 'd', scope);
  return { statement: keyed(nameOf(read), body, undecoded), params: scope.params };
}

/** What is being written: the parameters so far, and how many reads have a part in the text. */
type Scope = {
  readonly params: { [name: string]: Value };
  reads: number;
  /** Whether pages are read from an index of relationships, where a list has one. */
  readonly isIndexed: boolean;
};

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

  const rows = own(take.kind === 'PAGE' ? pageFor(list, take.window, parent, scope) : wholeOf(list, parent));
  const { isPlaced, reads } = layoutOf(read);
  const { columns } = selectionOf(read);
  const at = isPlaced ? [placeOf(list)] : [];
  if (reads.length === 0) return `${rows} RETURN collect([${[...at, ...columns].join(', ')}]) AS ${name}`;

  const bound = [...new Set(reads.map(({ inside }) => inside.variable))];
  const renamed = (variable: string) => `${variable}_${place}`;
  const carried = bound.map((variable) => `${variable} AS ${renamed(variable)}`);
  const calls = reads.map(({ read: inner, inside }, index) => {
    const variable = renamed(inside.variable);
    const anchor = inner.anchor?.(variable) ?? { node: `(${variable})`, id: `${variable}.id` };
    const body = bodyOf(inner, anchor, `x_${place}_${index}`, scope);
    return `CALL (${variable}) { ${body} }`;
  });
  const parts = [...at.map((text) => [text, `at_${place}`]), [`[${columns.join(', ')}]`, `row_${place}`]];
  const found = reads.map((_, index) => `x_${place}_${index}`);
  const bind = parts.map(([text, as]) => `${text} AS ${as}`);
  return (
    `${rows} WITH ${[...carried, ...bind].join(', ')} ` +
    `${calls.join(' ')} RETURN collect([${[...parts.map(([, as]) => as), ...found].join(', ')}]) AS ${name}`
  );
}

function pageFor(list: AnyList, window: Window, parent: Anchor, { isIndexed }: Scope): string {
  return list.indexed && isIndexed
    ? indexedPageOf(list, list.indexed, window, parent)
    : pageOf(list, window, parent);
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

const selections = new WeakMap<object, Map<string, Selection<object>>>();
/** How many sets of columns of one record are kept: clients think of new ones. */
const mostSelections = 256;

/** The columns that a read wants of its rows; made once for each set of columns. */
function selectionOf({ list, wanted }: Read): Selection<object> {
  const key = wanted ? signatureOf(wanted) : '*';
  const known = selections.get(list.record) ?? new Map<string, Selection<object>>();
  selections.set(list.record, known);
  const selection = known.get(key) ?? select(list.record as RecordOf<object>, wanted);
  if (known.size >= mostSelections) known.clear();
  known.set(key, selection);
  return selection;
}

function signatureOf({ columns, inner }: Wanted): string {
  const inside = [...inner].map(([name, one]) => `${name}(${signatureOf(one)})`);
  const own = columns === 'ALL' ? ['*'] : [...columns].sort();
  return [...own, ...inside.sort()].join(' ');
}
