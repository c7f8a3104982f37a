// The npm package `edtf` ships no types. Only what `edtf.ts` uses is declared: the bare parse tree, at level 1.
// (Not named edtf.d.ts: beside edtf.ts the compiler would take that for its output and skip it.)
declare module 'edtf' {
  /** `values` is year, month from 0, day, then hours and on if a time was written; `unspecified` has a bit per X. */
  export type ParsedDate = {
    readonly type: 'Date';
    readonly values: readonly [year: number, month?: number, day?: number, ...time: number[]];
    readonly unspecified?: number;
    readonly uncertain?: boolean;
    readonly approximate?: boolean;
  };

  /** A division of a year; at level 1 it is 21 to 24. */
  export type ParsedSeason = {
    readonly type: 'Season';
    readonly values: readonly [year: number, season: number];
  };

  /** The end of an interval: null where nothing is written (unknown), Infinity where `..` is (open). */
  export type ParsedEnd = ParsedDate | number | null;

  export type ParsedInterval = {
    readonly type: 'Interval';
    readonly values: readonly [ParsedEnd, ParsedEnd];
  };

  /** Throws a plain Error with the grammar's expectations when the text is not EDTF of the level and types asked for. */
  export function parse(
    text: string,
    constraints: { readonly level: 1; readonly types: readonly ['Date', 'Season', 'Interval'] },
  ): ParsedDate | ParsedSeason | ParsedInterval;
}
