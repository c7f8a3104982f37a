import { type FieldNode, type GraphQLField, getNamedType } from 'graphql';
import type { Take } from '../../graph/statements/read.ts';
import type { Operation } from '../../operation.ts';
import { argumentsOf, attempt, eachField, type Selected } from '../../selection.ts';
import { countKey, facetKey, inherited, readingKey } from '../reading.ts';
import { takeOf } from '../settle.ts';
import type { Reads, ReadsList } from './reads.ts';
import type { WantedBuilder } from './wanted.ts';

/** Past so many rows of one sort, those further in are read apart: a statement then stays within what an engine holds. */
const mostRows = 10_000;

/** How many rows a list is taken to have that is read whole. */
const rowsOfWhole = 10;

/** What a field declares that it reads. */
export function readsOf({ extensions }: GraphQLField<unknown, unknown>): Reads | undefined {
  return extensions.reads as Reads | undefined;
}

/** Collects what the fields selected of a field's type want of its record, which is of one of the types of `among`. */
export function planRecord(
  operation: Operation,
  { field, node }: Selected,
  target: WantedBuilder,
  among?: ReadonlySet<string>,
): void {
  const visit = (inner: GraphQLField<unknown, unknown>, selected: FieldNode) => {
    const declared = readsOf(inner);
    const one = { field: inner, node: selected };
    if (!declared) planUndeclared(inner, target);
    else if ('reading' in declared) planReading(operation, one, declared, target);
    else if ('place' in declared) target.place();
    else if ('more' in declared) target.more();
    else if ('columns' in declared) for (const name of declared.columns) target.column(name);
    else if ('part' in declared && declared.part !== undefined)
      planRecord(operation, one, target.part(declared.part));
  };
  eachField(operation, getNamedType(field.type), node.selectionSet, visit, { among });
}

function planUndeclared({ extensions }: GraphQLField<unknown, unknown>, target: WantedBuilder): void {
  // The schema's builder notes which property of its record a field gives as it is.
  const { pothosExposedField: exposed } = extensions;
  if (typeof exposed === 'string') target.column(exposed);
  else target.everything();
}

/** What came of planning a reading: its arguments, and the keys under which its parent will have it. */
type Planned = { readonly args: object; readonly keys: readonly string[] };

/** Collects what a field reads that has a list of its own; gives nothing where its resolver must read for itself. */
export function planReading(
  operation: Operation,
  { field, node }: Selected,
  declared: ReadsList,
  target: WantedBuilder,
): Planned | undefined {
  const { reading } = declared;
  for (const name of declared.parentColumns ?? []) target.column(name);
  if ((reading.followsNow && target.isHistory) || target.rows > mostRows) return;
  const given = argumentsOf(operation, { field, node });
  const args = given && inherited(given, target.knownOn);
  const asked = args && attempt(() => reading.ask(args as never));
  // What cannot be asked for the resolver refuses, at its own place.
  if (!asked) return;
  const most = reading.single ? 1 : (asked.window?.limit ?? rowsOfWhole);
  const keys: string[] = [];
  const want = (take: Take, key: string) => {
    keys.push(key);
    const { anchor } = reading;
    return target.read({ key, list: asked.list, take, ...(anchor && { anchor }) }, most);
  };
  const key = readingKey(reading, args);
  const rows = () => want(takeOf(asked.window), key);
  if (isConnection(field)) {
    planConnection(
      operation,
      { field, node },
      {
        rows,
        count: () => want({ kind: 'COUNT' }, countKey(key)),
        facet: (facet) => want({ kind: 'FACET', facet }, facetKey(key, facet)),
      },
    );
  } else {
    const wanted = rows();
    for (const name of declared.columns ?? []) wanted.column(name);
    if (declared.next) planReading(operation, { field, node }, declared.next, wanted);
    else planRecord(operation, { field, node }, wanted.part(declared.part ?? ''));
  }
  return { args, keys };
}

/** Whether a field gives a connection (Relay's name for it), whose rows its fields give. */
function isConnection({ type }: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(type).name.endsWith('Connection');
}

/** What the fields of a connection can want of its list: the rows of the page, and counts of the whole. */
type WantList = {
  readonly rows: () => WantedBuilder;
  readonly count: () => void;
  readonly facet: (name: string) => void;
};

/** Collects what the fields of a connection want of its list; its page is read where one of them gives some of it. */
function planConnection(operation: Operation, { field, node }: Selected, want: WantList): void {
  eachField(operation, getNamedType(field.type), node.selectionSet, (inner, selected) => {
    const declared = readsOf(inner);
    if (!declared) return;
    if ('rows' in declared)
      planRecord(operation, { field: inner, node: selected }, want.rows().part(declared.part ?? ''));
    else if ('page' in declared) planRecord(operation, { field: inner, node: selected }, want.rows());
    else if ('count' in declared) want.count();
    else if ('facet' in declared) {
      const args = argumentsOf(operation, { field: inner, node: selected });
      if (!args) return;
      want.facet(typeof declared.facet === 'string' ? declared.facet : declared.facet(args as never));
    }
  });
}
