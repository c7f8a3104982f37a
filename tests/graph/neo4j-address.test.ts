import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openNeo4j } from '../../src/graph/neo4j.ts';
import { openStore } from '../../src/graph/open.ts';

const login = { user: 'reader', password: 'secret-of-the-test' };
const servers: Server[] = [];
const sockets = new Set<Socket>();

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** A server on a free port; gives its Bolt address. */
async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    sockets.add(socket);
    onConnection(socket);
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The least of Bolt 4.4: agrees on the version, then answers whatever it is told with a failure of this code. */
function failing(code: string): (socket: Socket) => void {
  const text = (value: string) => Buffer.concat([Buffer.from([0xd0, value.length]), Buffer.from(value)]);
  const failure = Buffer.concat(
    [[0xb1, 0x7f, 0xa2], text('code'), text(code), text('message'), text('no')].map((part) =>
      Buffer.from(part),
    ),
  );
  const chunk = Buffer.concat([Buffer.from([0, failure.length]), failure, Buffer.from([0, 0])]);
  return (socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([0, 0, 4, 4]));
      socket.on('data', () => socket.write(chunk));
    });
  };
}

async function codeAndMessage(uri: string): Promise<{ code: unknown; message: string }> {
  const error = await openNeo4j({ uri, ...login, database: 'news' }).then(
    () => new Error('opened'),
    (error: Error) => error,
  );
  expect(error.message).not.toContain(login.password);
  return { code: (error as { code?: unknown }).code, message: error.message };
}

describe('a Neo4j that cannot be used', () => {
  it.each([
    ['nothing listens there', 'bolt://127.0.0.1:1'],
    ['nothing listens there and it should route', 'neo4j://127.0.0.1:1'],
    ['there is no such host', 'bolt://no-such-host.invalid:7687'],
  ])('is unavailable where %s', async (_, uri) => {
    expect(await codeAndMessage(uri)).toEqual({
      code: 'UNAVAILABLE',
      message: `Neo4j at ${uri} cannot be reached: start it, or set NEO4J_URI to where it runs.`,
    });
  });

  it('is unavailable where something else listens', async () => {
    const web = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await codeAndMessage(web)).toMatchObject({ code: 'UNAVAILABLE' });
    const mute = await listen(() => {});
    const started = performance.now();
    expect(await codeAndMessage(mute)).toMatchObject({ code: 'UNAVAILABLE' });
    expect(performance.now() - started).toBeLessThan(7_000);
  }, 10_000);

  it('is unavailable where the address is none', async () => {
    const { code, message } = await codeAndMessage('http://127.0.0.1:7474');
    expect([code, message]).toEqual(['UNAVAILABLE', expect.stringContaining('NEO4J_URI=bolt://')]);
  });

  it.each([
    ['Neo.ClientError.Security.Unauthorized', 'UNAUTHENTICATED_STORE', 'NEO4J_USER and NEO4J_PASSWORD'],
    [
      'Neo.ClientError.Security.AuthenticationRateLimit',
      'UNAUTHENTICATED_STORE',
      'NEO4J_USER and NEO4J_PASSWORD',
    ],
    ['Neo.ClientError.Database.DatabaseNotFound', 'UNAVAILABLE', 'no database news: set NEO4J_DATABASE'],
    ['Neo.TransientError.Database.DatabaseUnavailable', 'UNAVAILABLE', 'start it'],
    ['Neo.TransientError.Transaction.DeadlockDetected', 'CONFLICT', 'Try once more'],
  ])('that answers %s is %s', async (failure, code, advice) => {
    const uri = await listen(failing(failure));
    expect(await codeAndMessage(uri)).toEqual({ code, message: expect.stringContaining(advice) });
  });
});

describe('openStore', () => {
  it('waits for a Neo4j that is not there yet, and no longer than that', async () => {
    const retries: string[] = [];
    const neo4j = { uri: 'bolt://127.0.0.1:1', ...login };
    await expect(openStore({ neo4j })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const uri = await listen(failing('Neo.ClientError.Security.Unauthorized'));
    const { port } = new URL(uri);
    for (const server of servers.splice(0)) server.close();
    setTimeout(() => {
      servers.push(
        createServer(failing('Neo.ClientError.Security.Unauthorized')).listen(Number(port), '127.0.0.1'),
      );
    }, 1_500);
    const opening = openStore(
      { neo4j: { uri, ...login } },
      { wait: true, onRetry: ({ message }) => retries.push(message) },
    );
    await expect(opening).rejects.toMatchObject({ code: 'UNAUTHENTICATED_STORE' });
    expect(retries.length).toBeGreaterThan(0);
    expect(retries[0]).toContain('cannot be reached');
  }, 10_000);

  it('takes the embedded engine where no Neo4j is named', async () => {
    const store = await openStore({});
    expect(await store.health()).toMatchObject({ engine: 'embedded' });
    await store.close();
  });
});
