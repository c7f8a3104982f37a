import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config.ts';
import { ConfigError, ThroughlineError } from '../errors.ts';
import { defaultLimits } from '../limits.ts';
import type { Feed } from '../model/writes.ts';
import { guardBusy, tellOfBusy } from './busy-guard.ts';
import { tellOfClientErrors, withClientErrors } from './client-error.ts';
import { withCors } from './cors.ts';
import { readExamples } from './examples.ts';
import { readExplorer } from './explorer/files.ts';
import { createHandler, type HandlerParts } from './handler.ts';
import { guardHost } from './host-guard.ts';
import { withSecurityHeaders } from './security-headers.ts';

/** How long `stop` lets requests finish. */
const graceMs = 10_000;

/** How long a sender may take for its headers, and for all of a request: to hold a connection costs a client nothing. */
const idleMs = 60_000;
const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };

/** A server that listens. */
export type RunningServer = {
  readonly url: string;
  /** Accepts nothing more, lets what is under way finish for ten seconds at most, and closes every connection. */
  stop(): Promise<void>;
};

/** Serves the schema over HTTP. */
export async function startServer(
  parts: Omit<HandlerParts, 'examples'> & { readonly config: Pick<Config, 'host' | 'port'> },
): Promise<RunningServer> {
  const { config, ...rest } = parts;
  const handler = createHandler({ explorer: await readExplorer(), ...rest, examples: await readExamples() });
  const told = tellOfBusy((turnedAway) => rest.logger.warn({ turnedAway }, 'busy'));
  const onBusy = () => {
    rest.metrics?.turnedAway();
    told();
  };
  const guarded = guardHost(guardBusy(rest.limits?.limits ?? defaultLimits, handler, onBusy));
  const open = withCors(rest.corsOrigins ?? [], guarded);
  const server = createServer(timeouts, withClientErrors(withSecurityHeaders(open)));
  tellOfClientErrors(server);
  // Whoever takes nothing of an answer any more must not hold its place; to wait for one is no idleness.
  const { seconds } = rest.limits?.limits ?? defaultLimits;
  server.setTimeout(seconds > 0 ? Math.max(idleMs, (seconds + 10) * 1000) : 0);
  await listen(server, config);
  return { url: urlOf(server), stop: () => stop(server, rest.feed) };
}

async function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  try {
    await once(server.listen({ host, port }), 'listening');
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, host, port);
  }
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ThroughlineError(
        'PORT_TAKEN',
        `port ${port} of ${host} is taken by another process. Stop that one, or set PORT to a free port, such as PORT=${port === 4000 ? 4001 : 4000}.`,
        { cause: error },
      );
    case 'EACCES':
      return new ConfigError(`PORT=${port} may not be opened by this user. Set PORT to one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError(
        `HOST=${host} is not an address of this machine. Set HOST=127.0.0.1 or HOST=0.0.0.0.`,
      );
    default:
      return error;
  }
}

/** The address a person on this machine types. */
function urlOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  const local = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(address);
  const name = address.includes(':') ? `[${address}]` : address;
  return `http://${local ? 'localhost' : name}:${port}`;
}

async function stop(server: Server, feed: Feed | undefined): Promise<void> {
  const closed = once(server, 'close');
  // Who is told of writes would be told without end.
  feed?.close();
  server.close();
  // A kept-alive connection becomes idle only when its answer is out, and close() does not come back for it.
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
