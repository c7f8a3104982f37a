import type { RelationshipType } from '../../model/vocabulary.ts';

/** Seen from an entity: relationships that start there, that end there, or both. */
export type Direction = 'OUT' | 'IN' | 'BOTH';

/**
 * The middle of a pattern: relationships `r` of some types in a direction. Cypher cannot say "of no type", so where
 * `types` is empty the caller adds the condition that nothing meets.
 */
export function typedPattern(r: string, types: readonly RelationshipType[], direction: Direction): string {
  const edge = types.length > 0 ? `[${r}:${types.join('|')}]` : `[${r}]`;
  return { OUT: `-${edge}->`, IN: `<-${edge}-`, BOTH: `-${edge}-` }[direction];
}
