import type { RelationshipType } from './vocabulary.ts';

/** The keys of an object, typed as what they are. For the tables of the vocabulary, whose keys are known. */
export function keysOf<K extends string>(table: { readonly [key in K]: unknown }): readonly K[] {
  return Object.keys(table) as K[];
}

/** `LimitedPartnership` → `LIMITED_PARTNERSHIP`: how a kind is spelt as a GraphQL enum value. */
export function enumName(kind: string): string {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

/**
 * The id of a relationship, readable and made of what identifies it: its two ends, its type, and (for types that may
 * hold more than once between the same two things) what tells them apart. A slug has no dot, so the parts stay apart.
 */
export function relationshipId(from: string, type: RelationshipType, to: string, mark?: string): string {
  return [from, type, to, ...(mark ? [mark] : [])].join('.');
}

/** A text as lists sort it and filters compare it: case and width aside. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
