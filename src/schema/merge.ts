import type { EntitiesMerged } from '../model/writes.ts';
import { mergeEntities, unmergeEntities } from '../resolvers/write.ts';
import { builder } from './builder.ts';
import { idempotencyKey } from './dossier.ts';

const MergePayload = builder.objectRef<EntitiesMerged>('MergeEntitiesPayload').implement({
  description: 'What came of two entities being found to be one, or not to be.',
  fields: (t) => ({
    from: t.exposeString('from', { description: 'The slug that is no more, or is again.' }),
    into: t.exposeString('into', { description: 'The slug of the entity that the other was found to be.' }),
    isChanged: t.exposeBoolean('isChanged', {
      description: 'Whether that was news; where not, nothing was written.',
    }),
    revision: t.exposeInt('revision', { description: 'The count of writes to the graph with this one.' }),
  }),
});

const MergeEntitiesInput = builder.inputType('MergeEntitiesInput', {
  description: 'Two entities, of one kind, that were found to be one.',
  fields: (t) => ({
    from: t.string({ required: true, description: 'The slug that there shall be no more.' }),
    into: t.string({ required: true, description: 'The slug that what is told of either shall go by.' }),
    idempotencyKey: t.string({ description: idempotencyKey }),
  }),
});

const UnmergeEntitiesInput = builder.inputType('UnmergeEntitiesInput', {
  description: 'A merge that is to be taken back.',
  fields: (t) => ({
    from: t.string({ required: true, description: 'The slug that was merged into another.' }),
    idempotencyKey: t.string({ description: idempotencyKey }),
  }),
});

builder.mutationFields((t) => ({
  mergeEntities: t.field({
    type: MergePayload,
    // Of several writes in one operation, one that fails must not take along what was done before it.
    nullable: true,
    description:
      'Lets everything that dossiers tell of one entity, now and later, be told of another. The dossiers stay as they were told. Needs the scope `write`.',
    authScopes: { write: true },
    args: { input: t.arg({ type: MergeEntitiesInput, required: true, description: 'Which two.' }) },
    resolve: (_, { input }, context) => mergeEntities(input, context),
  }),
  unmergeEntities: t.field({
    type: MergePayload,
    nullable: true,
    description:
      'Takes a merge back: the graph says what it would if there had been none. Needs the scope `write`.',
    authScopes: { write: true },
    args: { input: t.arg({ type: UnmergeEntitiesInput, required: true, description: 'Which one.' }) },
    resolve: (_, { input }, context) => unmergeEntities(input, context),
  }),
}));
