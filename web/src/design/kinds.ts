import type { Tag } from '../i18n/language.tsx';
import { labelOf, valuesOf } from '../vocabulary.ts';

/** What sort of thing something is, for its colour and its shape. All events look alike; their kind is said in words. */
export type Sort = 'person' | 'organization' | 'product' | 'concept' | 'event' | 'article';

const entitySorts: { readonly [kind: string]: Sort } = {
  PERSON: 'person',
  ORGANIZATION: 'organization',
  PRODUCT: 'product',
  CONCEPT: 'concept',
};

const events = new Set(valuesOf('event'));

/** The sort of a value of EntityKind, EventKind or SearchKind. */
export function sortOf(kind: string): Sort {
  return entitySorts[kind] ?? (events.has(kind) ? 'event' : 'article');
}

/** What a value of EntityKind or EventKind is called. */
export function kindLabel(kind: string, tag: Tag): string {
  return labelOf(events.has(kind) ? 'event' : 'entity', kind, tag);
}
