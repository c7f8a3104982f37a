import type { EntityKind, RelationshipType } from './vocabulary.ts';

/**
 * Short named fields over relationships, as data: for each, the relationship type, the direction in which it is
 * walked, and what stands at the other end. Schema field, loader and statement follow from a row; a new field of
 * this sort is a new row.
 */
export type Edge = {
  readonly type: RelationshipType;
  readonly direction: 'OUT' | 'IN' | 'BOTH';
  /** The kind at the other end, or `Entity` where several kinds may stand there. */
  readonly target: EntityKind | 'Entity';
  readonly description: string;
};

/** The named relationship fields of each entity kind. */
export const edges: { readonly [Kind in EntityKind]: { readonly [field: string]: Edge } } = {
  Person: {
    positions: {
      type: 'HOLDS_POSITION',
      direction: 'OUT',
      target: 'Organization',
      description: 'Organizations where the person holds or held a position.',
    },
    founded: {
      type: 'FOUNDED',
      direction: 'OUT',
      target: 'Organization',
      description: 'Organizations the person founded.',
    },
    investments: {
      type: 'INVESTED_IN',
      direction: 'OUT',
      target: 'Entity',
      description: 'What the person invested in.',
    },
    pursues: {
      type: 'PURSUES',
      direction: 'OUT',
      target: 'Entity',
      description: 'What the person works towards.',
    },
  },
  Organization: {
    founders: {
      type: 'FOUNDED',
      direction: 'IN',
      target: 'Entity',
      description: 'People and organizations that founded it.',
    },
    founded: {
      type: 'FOUNDED',
      direction: 'OUT',
      target: 'Organization',
      description: 'Organizations it founded.',
    },
    people: {
      type: 'HOLDS_POSITION',
      direction: 'IN',
      target: 'Person',
      description: 'People who hold or held a position there.',
    },
    parents: {
      type: 'SUBSIDIARY_OF',
      direction: 'OUT',
      target: 'Organization',
      description: 'Organizations it is or was a subsidiary of.',
    },
    subsidiaries: {
      type: 'SUBSIDIARY_OF',
      direction: 'IN',
      target: 'Organization',
      description: 'Its subsidiaries, present and past.',
    },
    investments: {
      type: 'INVESTED_IN',
      direction: 'OUT',
      target: 'Entity',
      description: 'What it invested in, once an investment.',
    },
    investors: {
      type: 'INVESTED_IN',
      direction: 'IN',
      target: 'Entity',
      description: 'Who invested in it, once an investment.',
    },
    partners: {
      type: 'PARTNER_OF',
      direction: 'BOTH',
      target: 'Entity',
      description: 'Its partners, present and past.',
    },
    acquisitions: {
      type: 'ACQUIRED',
      direction: 'OUT',
      target: 'Entity',
      description: 'What it acquired.',
    },
    acquirers: {
      type: 'ACQUIRED',
      direction: 'IN',
      target: 'Organization',
      description: 'Who acquired it.',
    },
    products: {
      type: 'OFFERS',
      direction: 'OUT',
      target: 'Product',
      description: 'Products it offers or offered.',
    },
    pursues: {
      type: 'PURSUES',
      direction: 'OUT',
      target: 'Entity',
      description: 'What it works towards.',
    },
  },
  Product: {
    providers: {
      type: 'OFFERS',
      direction: 'IN',
      target: 'Entity',
      description: 'Who offers or offered it.',
    },
    investors: {
      type: 'INVESTED_IN',
      direction: 'IN',
      target: 'Entity',
      description: 'Who invested in it.',
    },
    acquirers: {
      type: 'ACQUIRED',
      direction: 'IN',
      target: 'Organization',
      description: 'Who acquired it.',
    },
    pursuedBy: {
      type: 'PURSUES',
      direction: 'IN',
      target: 'Entity',
      description: 'Who works towards it.',
    },
  },
  Concept: {
    broader: {
      type: 'SUBCLASS_OF',
      direction: 'OUT',
      target: 'Concept',
      description: 'Concepts it is a kind of.',
    },
    narrower: {
      type: 'SUBCLASS_OF',
      direction: 'IN',
      target: 'Concept',
      description: 'Concepts that are kinds of it.',
    },
    pursuedBy: {
      type: 'PURSUES',
      direction: 'IN',
      target: 'Entity',
      description: 'Who works towards it.',
    },
  },
};
