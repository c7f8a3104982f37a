/**
 * The one door to what the service's own tables say of kinds. Those tables import nothing and are the source of the
 * schema's enums, so the words here can never differ from what the service means; a new kind is here when it is there.
 */
import { eventKinds, roles } from '../../src/model/events.ts';
import { enumName, keysOf } from '../../src/model/keys.ts';
import {
  aspects,
  entityKinds,
  type Label,
  legalForms,
  type RelationshipType,
  relationshipTypes,
} from '../../src/model/vocabulary.ts';
import type { Tag } from './i18n/language.tsx';

type Table = ReadonlyMap<string, Label>;

function table<K extends string>(names: readonly K[], labelOf: (name: K) => Label): Table {
  return new Map(names.map((name) => [enumName(name), labelOf(name)]));
}

const tables = {
  entity: table(keysOf(entityKinds), (kind) => entityKinds[kind]),
  event: table(keysOf(eventKinds), (kind) => eventKinds[kind].label),
  legalForm: table(keysOf(legalForms), (form) => legalForms[form]),
  aspect: table(keysOf(aspects), (aspect) => aspects[aspect]),
  relationship: table(keysOf(relationshipTypes), (type) => relationshipTypes[type].label),
  role: roles as Table,
} as const satisfies { readonly [sort: string]: Table };

/**
 * What a value of an enum of the schema is called in a language, with a capital: labelOf('entity', 'PERSON', 'en') is
 * Person.
 */
export function labelOf(sort: keyof typeof tables, value: string, tag: Tag): string {
  const label = tables[sort].get(value)?.[tag] ?? value;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** How a relationship of a type reads from its target, as the service's `label` of it reads from its source. */
export function inverseOf(type: RelationshipType, tag: Tag): string {
  return relationshipTypes[type].inverse[tag];
}

/** The values of an enum of the schema, in the order of the vocabulary. */
export function valuesOf(sort: keyof typeof tables): readonly string[] {
  return [...tables[sort].keys()];
}

const permanent = new Set<string>(
  keysOf(relationshipTypes).filter((type) => 'permanent' in relationshipTypes[type]),
);

/** Whether a relationship of this type is the fact of a completed act: founded, acquired. It then never ends. */
export function isPermanent(type: string): boolean {
  return permanent.has(type);
}
