import type { Write } from '../model/writes.ts';
import { aboutLimits } from '../resolvers/change.ts';
import { graphChanges } from '../resolvers/subscription.ts';
import { writtenAt } from '../resolvers/write.ts';
import { builder } from './builder.ts';
import { WriteKindEnum } from './write.ts';

const GraphChangeType = builder.objectRef<Write>('GraphChange').implement({
  description: 'What one write transaction changed.',
  fields: (t) => ({
    revision: t.exposeInt('revision', {
      description:
        'The count of writes to the graph, this one included. It is the id of the event: who sends it as `Last-Event-ID` goes on after it.',
    }),
    at: t.field({ type: 'DateTime', description: 'When it was written.', resolve: writtenAt }),
    kind: t.expose('kind', { type: WriteKindEnum, description: 'What it did.' }),
    articles: t.exposeStringList('articles', {
      description: 'The articles whose dossiers were stored, taken back or read anew, by slug.',
    }),
    things: t.exposeStringList('things', {
      description: 'The entities and events that may say something else now, by slug.',
    }),
    isCut: t.exposeBoolean('isCut', {
      description: 'Whether there were more articles or things than are told here.',
    }),
  }),
});

builder.subscriptionType({
  description: 'What a client can be told of as it happens, by server-sent events.',
  fields: (t) => ({
    graphChanged: t.field({
      type: GraphChangeType,
      description:
        'Tells of each write to the graph, whoever made it, once and in order; within a second or so.',
      args: {
        about: t.arg.stringList({
          description: `Only writes that touch any of these articles, entities or events, by slug, at most ${aboutLimits[1]}; all where left out.`,
        }),
        kinds: t.arg({ type: [WriteKindEnum], description: 'Only writes of these kinds.' }),
      },
      subscribe: (_, args, context) => graphChanges(args, context),
      resolve: (write) => write,
    }),
  }),
});
