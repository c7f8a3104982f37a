import {
  type NeighborhoodAnswer,
  type NeighborhoodEdge,
  type NeighborhoodEntity,
  neighborhood,
  neighborhoodDefaults,
  neighborhoodLimits,
  relationshipsOfMiddle,
  relationshipsOfStep,
} from '../resolvers/neighborhood.ts';
import { builder } from './builder.ts';
import { CertaintyEnum, EntityKindEnum } from './enums.ts';
import { EntityInterface, RelationshipType } from './refs.ts';
import { walkArgs } from './walk-args.ts';

const NodeType = builder.objectRef<NeighborhoodEntity>('NeighborhoodNode').implement({
  description: 'An entity of a neighbourhood, with its place in it.',
  fields: (t) => ({
    entity: t.expose('entity', { type: EntityInterface, description: 'The entity.' }),
    distance: t.exposeInt('distance', { description: 'How many relationships it is away from `of`.' }),
    degree: t.exposeInt('degree', {
      description:
        'How many relationships it has in the whole graph, of those that the arguments let through.',
    }),
    hasMore: t.exposeBoolean('hasMore', {
      description: 'Whether it has such relationships that are not in this answer.',
    }),
  }),
});

const EdgeType = builder.objectRef<NeighborhoodEdge>('NeighborhoodEdge').implement({
  description: 'A relationship between two entities of a neighbourhood.',
  fields: (t) => ({
    source: t.string({
      description: 'The slug of the entity it starts from, which is a node of the answer.',
      resolve: ({ relationship }) => relationship.fromId,
    }),
    target: t.string({
      description: 'The slug of the entity it ends at, which is a node of the answer.',
      resolve: ({ relationship }) => relationship.toId,
    }),
    relationship: t.expose('relationship', { type: RelationshipType, description: 'The relationship.' }),
    certainty: t.expose('certainty', {
      type: CertaintyEnum,
      nullable: true,
      description: 'Whether it held on the day of `asOf`; null where no day was given.',
    }),
  }),
});

const NeighborhoodType = builder.objectRef<NeighborhoodAnswer>('Neighborhood').implement({
  description: 'The entities around some entities, as a graph: each node and each edge once.',
  fields: (t) => ({
    nodes: t.field({
      type: [NodeType],
      description:
        'The entities: the nearest first, then those with most relationships, then those with the most recent.',
      resolve: ({ nodes }) => [...nodes],
    }),
    edges: t.field({
      type: [EdgeType],
      description: 'All relationships among the nodes, also between two at the rim, by id.',
      resolve: ({ edges }) => [...edges],
    }),
    cut: t.exposeBoolean('cut', {
      description: 'Whether anything within the depth is missing; `hasMore` says where.',
    }),
  }),
});

const { of, depth, first } = neighborhoodLimits;

builder.queryField('neighborhood', (t) =>
  t.field({
    type: NeighborhoodType,
    description: `The graph around some entities, ranked so that a cut keeps what matters. What is no entity is passed over. It goes along at most ${relationshipsOfMiddle} relationships of those in the middle, as many of each, and at most ${relationshipsOfStep} in each step further: of the least connected first, all of each; of what has more than are left only where places are left.`,
    args: {
      of: t.arg.stringList({
        required: true,
        description: `The slugs of the entities in the middle, ${of[0]}–${of[1]}; they are in the answer whatever their kind.`,
      }),
      depth: t.arg.int({
        defaultValue: neighborhoodDefaults.depth,
        description: `How many relationships to go outwards, ${depth[0]}–${depth[1]}.`,
      }),
      kinds: t.arg({ type: [EntityKindEnum], description: 'Only over entities of these kinds.' }),
      first: t.arg.int({
        defaultValue: neighborhoodDefaults.first,
        description: `At most this many entities, ${first[0]}–${first[1]}, and no fewer than there are in \`of\`.`,
      }),
      ...walkArgs,
    },
    resolve: (_, args, context) => neighborhood(args, context),
  }),
);
