import { eventKinds, roles } from '../model/events.ts';
import { enumName, keysOf } from '../model/keys.ts';
import { aspects, entityKinds, type Label, legalForms, relationshipTypes } from '../model/vocabulary.ts';
import { bucketUnits } from '../time/bucket.ts';
import { precisions } from '../time/edtf.ts';
import { builder } from './builder.ts';

/** An enum whose values are the keys of a table of the vocabulary, described by their labels in both languages. */
function fromTable<K extends string>(
  name: string,
  description: string,
  names: readonly K[],
  labelOf: (key: K) => Label,
) {
  const values = names.map((key) => {
    const { en, ko } = labelOf(key);
    return [
      enumName(key),
      { value: key, description: `${en.charAt(0).toUpperCase()}${en.slice(1)} (${ko}).` },
    ] as const;
  });
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(values) as { [name: string]: { value: K; description: string } },
  });
}

/** Kinds of entity. */
export const EntityKindEnum = fromTable(
  'EntityKind',
  'Kinds of entity.',
  keysOf(entityKinds),
  (kind) => entityKinds[kind],
);

/** Kinds of event. */
export const EventKindEnum = fromTable(
  'EventKind',
  'Kinds of event.',
  keysOf(eventKinds),
  (kind) => eventKinds[kind].label,
);

/** Roles in events. */
export const RoleEnum = fromTable(
  'Role',
  'The part an entity has in an event.',
  [...roles.keys()],
  (role) => roles.get(role) as Label,
);

/** Types of relationship. */
export const RelationshipTypeEnum = fromTable(
  'RelationshipType',
  'Types of relationship between entities, each as it reads from its source: in English as a verb before the target, in Korean as what the target is to it.',
  keysOf(relationshipTypes),
  (type) => relationshipTypes[type].label,
);

/** Aspects of descriptions. */
export const AspectEnum = fromTable(
  'Aspect',
  'Aspects under which a source describes a thing.',
  keysOf(aspects),
  (aspect) => aspects[aspect],
);

/** Legal forms of organizations. */
export const LegalFormEnum = fromTable(
  'LegalForm',
  'Legal forms of an organization.',
  keysOf(legalForms),
  (form) => legalForms[form],
);

/** How precise a date is. */
export const PrecisionEnum = builder.enumType('DatePrecision', {
  description: 'How precisely the source gives a date.',
  values: Object.fromEntries(
    precisions.map((precision) => [
      precision,
      { value: precision, description: precisionDescriptions()[precision] },
    ]),
  ) as { [name: string]: { value: (typeof precisions)[number]; description: string } },
});

function precisionDescriptions(): { readonly [P in (typeof precisions)[number]]: string } {
  return {
    DAY: 'To the day.',
    MONTH: 'To the month.',
    SEASON: 'To the season.',
    YEAR: 'To the year.',
    DECADE: 'To the decade.',
    CENTURY: 'To the century.',
    INTERVAL: 'Some time between two dates, or on one side of one.',
  };
}

/** Languages of names, titles and labels. */
export const LanguageEnum = builder.enumType('Language', {
  description: 'Languages that names, titles and labels come in.',
  values: {
    EN: { value: 'EN', description: 'English.' },
    KO: { value: 'KO', description: 'Korean (한국어).' },
  } as const,
});

/** The direction of a list's order. */
export const OrderEnum = builder.enumType('OrderDirection', {
  description: 'The direction of an order.',
  values: {
    ASC: { value: 'ASC', description: 'Earliest, or first by name, comes first.' },
    DESC: { value: 'DESC', description: 'Latest, or last by name, comes first.' },
  } as const,
});

/** The direction of a relationship, seen from one of its ends. */
export const DirectionEnum = builder.enumType('RelationshipDirection', {
  description: 'The direction of relationships, seen from an entity.',
  values: {
    OUT: { value: 'OUT', description: 'Those that start at the entity.' },
    IN: { value: 'IN', description: 'Those that end at the entity.' },
    BOTH: { value: 'BOTH', description: 'Both.' },
  } as const,
});

/** Whether a state held on a day. */
export const CertaintyEnum = builder.enumType('Certainty', {
  description: 'Whether something held on a day, as far as sources tell.',
  values: {
    CERTAIN: { value: 'CERTAIN', description: 'It held, whatever its uncertain dates turn out to mean.' },
    POSSIBLE: { value: 'POSSIBLE', description: 'No source settles it.' },
    NO: { value: 'NO', description: 'It did not hold.' },
  } as const,
});

const bucketDescriptions = {
  MONTH: 'A month.',
  QUARTER: 'A quarter.',
  YEAR: 'A year.',
  DECADE: 'A decade.',
  CENTURY: 'A century.',
  OPEN: 'Dates open at an end, or wider than a century.',
  UNDATED: 'No source gives a date.',
} as const;

type BucketKind = keyof typeof bucketDescriptions;

function bucketValues<K extends BucketKind>(kinds: readonly K[]) {
  return Object.fromEntries(
    kinds.map((kind) => [kind, { value: kind, description: bucketDescriptions[kind] }]),
  ) as {
    [name: string]: { value: K; description: string };
  };
}

/** The lengths that a timeline can be counted in. */
export const BucketUnitEnum = builder.enumType('BucketUnit', {
  description: 'Lengths of the stretches a timeline is counted in.',
  values: bucketValues(bucketUnits),
});

/** How coarse a bucket is. */
export const BucketKindEnum = builder.enumType('BucketKind', {
  description: 'How coarse a bucket is.',
  values: bucketValues(keysOf(bucketDescriptions)),
});
