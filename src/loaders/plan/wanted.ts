import type { AnyList } from '../../graph/statements/list.ts';
import type { Read, Wanted } from '../../graph/statements/read.ts';

/** A record of whatever sort, as a list or another record knows it. */
type AnyRecord = AnyList['record'] & { readonly history?: string };

/** Collects what the fields of a selection want of one record. */
export type WantedBuilder = {
  /** Whether the record is read as it was known on some day. */
  readonly isHistory: boolean;
  /** The day by whose knowledge it is read, which what is read from it inherits. */
  readonly knownOn: string | undefined;
  /** How many such records there can be, by the sizes of the pages around them. */
  readonly rows: number;
  /** Wants a column; `a.b` is a column of the record `a` inside it. */
  column(name: string): void;
  /** Wants where the row stands in its list. */
  place(): void;
  /** Wants whether the list goes on after its page. */
  more(): void;
  /** Wants all columns. */
  everything(): void;
  /** The record inside it under a name; itself where that is empty. */
  part(name: string): WantedBuilder;
  /** Wants a list read from it. The same list wanted twice is read once, with what either wants of its rows. */
  read(read: Omit<Read, 'wanted'>, rows: number): WantedBuilder;
  finish(): Wanted;
};

/** A read with what is wanted of its rows: a page is read with one row more only where that is to tell something. */
function finishRead(read: Omit<Read, 'wanted'>, wanted: Wanted): Read {
  const { take } = read;
  if (take.kind !== 'PAGE' || wanted.more) return { ...read, wanted };
  const window = { ...take.window, limit: take.window.limit - 1 };
  return { ...read, take: { kind: 'PAGE', window }, wanted };
}

/** Starts collecting what is wanted of a record. */
export function wantedOf(record: AnyRecord, rows: number, knownOn?: string): WantedBuilder {
  const columns = new Set<string>();
  const inner = new Map<string, WantedBuilder>();
  const reads = new Map<string, { read: Omit<Read, 'wanted'>; wanted: WantedBuilder }>();
  let isWhole = false;
  let isPlaced = false;
  let isGoingOn = false;

  const builder: WantedBuilder = {
    isHistory: record.history !== undefined,
    knownOn,
    rows,
    column(name) {
      const dot = name.indexOf('.');
      if (dot < 0) columns.add(name);
      else builder.part(name.slice(0, dot)).column(name.slice(dot + 1));
    },
    place() {
      isPlaced = true;
    },
    more() {
      isGoingOn = true;
    },
    everything() {
      isWhole = true;
      for (const one of inner.values()) one.everything();
    },
    part(name) {
      if (name === '') return builder;
      const known = inner.get(name);
      if (known) return known;
      const made = wantedOf(
        (record.columns as { readonly [name: string]: AnyRecord })[name] as AnyRecord,
        rows,
        knownOn,
      );
      if (isWhole) made.everything();
      inner.set(name, made);
      return made;
    },
    read(read, many) {
      const known = reads.get(read.key);
      if (known) return known.wanted;
      const wanted = wantedOf(read.list.record, rows * many, read.list.reportedBy ?? knownOn);
      reads.set(read.key, { read, wanted });
      return wanted;
    },
    finish: () => ({
      columns: isWhole ? 'ALL' : columns,
      place: isPlaced,
      more: isGoingOn,
      inner: new Map([...inner].map(([name, one]) => [name, one.finish()])),
      reads: [...reads.values()].map(({ read, wanted }) => finishRead(read, wanted.finish())),
    }),
  };
  return builder;
}
