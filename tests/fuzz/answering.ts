import { pino } from 'pino';
import type { GraphStore } from '../../src/graph/store.ts';
import { limitsOfOneClient } from '../../src/limits.ts';
import { schema } from '../../src/schema/index.ts';
import { createHandler } from '../../src/server/handler.ts';
import type { Answering } from './attack.ts';

/** The service over a store, for one client that asks all the time; it keeps no log. */
export function answeringFrom(store: GraphStore): Answering {
  const logger = pino({ level: 'silent' });
  const handler = createHandler({ schema, store, logger, examples: [], limits: limitsOfOneClient });
  const headers = { 'content-type': 'application/json' };
  return async (body) => handler.fetch('http://localhost/graphql', { method: 'POST', headers, body });
}
