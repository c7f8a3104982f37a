import { type RelationshipType, relationshipRule } from '../../model/vocabulary.ts';
import { InvalidDateError, parseEdtf } from '../../time/edtf.ts';
import { boundsOf } from '../../time/interval.ts';
import type { Check } from './check.ts';

type Times = {
  readonly type?: RelationshipType | undefined;
  readonly since?: string | null | undefined;
  readonly until?: string | null | undefined;
  readonly attested?: readonly string[];
};

/** Why no days fit what is said of a relationship, or undefined where some do. */
export function contradictionIn({ type, since, until, attested = [] }: Times): string | undefined {
  const permanent = (type && relationshipRule(type).permanent) ?? false;
  // A draft has dates as YAML reads them, and YAML reads a bare year as a number.
  const read = (date: string | null | undefined) => (date ? parseEdtf(String(date)) : null);
  try {
    boundsOf({ since: read(since), until: read(until), attested, permanent });
    return undefined;
  } catch (error) {
    if (error instanceof InvalidDateError) return error.message;
    throw error;
  }
}

/** A relationship that ends before it begins or that cannot end, or a day on which it held outside its time. */
export const timesFit: Check = ({ relationships = [] }, at) => {
  return relationships.flatMap((relationship, i) => {
    const { type, since, until, attested = [] } = relationship ?? {};
    const ends = contradictionIn({ type, since, until });
    if (ends !== undefined) return [at(['relationships', i, 'until'], ends)];
    return attested.flatMap((day, j) => {
      const message = day && contradictionIn({ type, since, until, attested: [day] });
      return message ? [at(['relationships', i, 'attested', j], message)] : [];
    });
  });
};
