import * as resolve from '../resolvers/hop.ts';
import { PassageConnection } from './article.ts';
import { builder } from './builder.ts';
import { CertaintyEnum, RoleEnum } from './enums.ts';
import { passageArgs } from './passages.ts';
import { EventInterface, RelationshipType, ThingInterface } from './refs.ts';

/** A hop of a path. */
export const PathHopType = builder.objectRef<resolve.WalkedHop>('PathHop').implement({
  description:
    'One hop of a path: along a relationship, or between an entity and an event it took part in, with what says so.',
  fields: (t) => ({
    from: t.field({
      type: ThingInterface,
      description: 'The thing it leads away from.',
      resolve: (hop, _, context) => resolve.hopEnd(hop, 'from', context),
    }),
    to: t.field({
      type: ThingInterface,
      description: 'The thing it leads to.',
      resolve: (hop, _, context) => resolve.hopEnd(hop, 'to', context),
    }),
    forwards: t.boolean({
      description:
        'Whether it is walked as the fact reads: from a relationship’s source to its target, from an entity to its event.',
      resolve: resolve.isForwards,
    }),
    relationship: t.field({
      type: RelationshipType,
      nullable: true,
      description: 'The relationship it goes along; null where it is a participation.',
      resolve: (hop, _, context) => resolve.hopRelationship(hop, context),
    }),
    event: t.field({
      type: EventInterface,
      nullable: true,
      description: 'The event of the participation; null where the hop goes along a relationship.',
      resolve: (hop, _, context) => resolve.hopEvent(hop, context),
    }),
    role: t.field({
      type: RoleEnum,
      nullable: true,
      description: 'The part the entity had in the event; null where the hop goes along a relationship.',
      resolve: resolve.hopRole,
    }),
    certainty: t.field({
      type: CertaintyEnum,
      nullable: true,
      description: 'Whether it held on the day of `asOf`; null where no day was given.',
      resolve: (hop, _, context) => resolve.hopCertainty(hop, context),
    }),
    citations: t.field({
      type: PassageConnection,
      description:
        'The passages that state the relationship, or that speak of the event; where the paths are as reported by a day, those of that day.',
      args: passageArgs,
      resolve: resolve.hopCitations,
    }),
  }),
});
