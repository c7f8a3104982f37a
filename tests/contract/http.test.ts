import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/graph/embedded.ts';
import { schema } from '../../src/schema/index.ts';
import { createLogger } from '../../src/server/logger.ts';
import { type RunningServer, startServer } from '../../src/server/start.ts';

/** The audits of GraphQL over HTTP, against the server as it is shipped: every plugin on. */
describe('GraphQL over HTTP', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const config = { host: '127.0.0.1', port: 0 };
    server = await startServer({
      schema,
      store: await openEmbedded(),
      config,
      logger: createLogger('silent'),
    });
  });
  afterAll(() => server?.stop());

  const audits = serverAudits({ url: () => `${server.url}/graphql`, fetchFn: fetch });

  it('is audited in every point there is', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    expect(result.status, 'reason' in result ? result.reason : undefined).toBe('ok');
  });
});
