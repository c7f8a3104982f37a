import { type FuzzyDate, parseEdtf } from '../time/edtf.ts';

/** The date a record holds as EDTF text; null where it holds none. */
export function dateOf(edtf: string | null): FuzzyDate | null {
  return edtf === null ? null : parseEdtf(edtf);
}
