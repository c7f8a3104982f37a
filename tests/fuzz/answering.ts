import { pino } from 'pino';
import { createWriter } from '../../src/dossier/writer.ts';
import type { GraphStore } from '../../src/graph/store.ts';
import { scopes } from '../../src/identity.ts';
import { limitsOfOneClient } from '../../src/limits.ts';
import { schema } from '../../src/schema/index.ts';
import { createHandler } from '../../src/server/handler.ts';
import { makeToken } from '../../src/tokens.ts';
import type { Answering } from './attack.ts';

/** The service over a store, for one client that may do everything and does so all the time; it keeps no log. */
export function answeringFrom(store: GraphStore): Answering {
  const logger = pino({ level: 'silent' });
  const { token, stored } = makeToken({ scopes, days: 1 });
  const identity = { required: false, tokens: new Map([[stored.id, stored]]) };
  const writer = createWriter(store);
  const parts = { schema, store, logger, examples: [], limits: limitsOfOneClient, identity, writer };
  const handler = createHandler(parts);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return async (body) => handler.fetch('http://localhost/graphql', { method: 'POST', headers, body });
}
