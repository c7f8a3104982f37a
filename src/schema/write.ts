import type { Write, WriteKind } from '../model/writes.ts';
import { connect } from '../resolvers/connection.ts';
import * as resolve from '../resolvers/write.ts';
import { builder } from './builder.ts';
import { connectionTypes, pageArgs } from './connection.ts';
import { describedEnum } from './described-enum.ts';

/** What a write does. */
export const WriteKindEnum = describedEnum<WriteKind>('WriteKind', 'What a write does.', {
  LOAD: 'Dossiers were stored.',
  RETRACT: 'Dossiers were taken back.',
  MERGE: 'Two entities were found to be one.',
  UNMERGE: 'Two entities were found not to be one after all.',
});

const AuditEntryType = builder.objectRef<Write>('AuditEntry').implement({
  description: 'What one write transaction did, when, and for whom.',
  fields: (t) => ({
    revision: t.exposeInt('revision', {
      description: 'The count of writes to the graph, this one included.',
    }),
    at: t.field({ type: 'DateTime', description: 'When it was written.', resolve: resolve.writtenAt }),
    kind: t.expose('kind', { type: WriteKindEnum, description: 'What it did.' }),
    client: t.exposeString('client', {
      nullable: true,
      description:
        'Who asked for it: the id of a token, or `jwt:` and the subject of one; null for the command line.',
    }),
    from: t.exposeString('from', {
      nullable: true,
      description: 'Of a merge, or one taken back: the slug that is no more, or is again.',
    }),
    into: t.exposeString('into', {
      nullable: true,
      description: 'Of a merge, or one taken back: the slug of the entity that the other was found to be.',
    }),
    articles: t.exposeStringList('articles', {
      description: 'The articles whose dossiers were stored, taken back or read anew, by slug.',
    }),
    things: t.exposeStringList('things', {
      description: 'The entities and events that those dossiers speak of, or spoke of before, by slug.',
    }),
    isCut: t.exposeBoolean('isCut', {
      description: 'Whether there were more articles or things than are told here.',
    }),
  }),
});

const { connection: AuditConnection } = connectionTypes<Write, Write>('AuditEntry', {
  of: 'writes, the last one first',
  node: AuditEntryType,
  nodeOf: (write) => write,
});

builder.queryFields((t) => ({
  // It declares nothing that could be read ahead: nothing is read for who may not see it.
  auditLog: t.field({
    type: AuditConnection,
    description: 'Who changed the graph, when and how; needs the scope `audit`.',
    authScopes: { audit: true },
    args: pageArgs,
    resolve: (_, args, context) => connect(context, resolve.auditReading, args, context.loaders.root),
  }),
}));
