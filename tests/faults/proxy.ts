import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server that can be made slow, and cut. */
export type Proxy = {
  readonly port: number;
  /** Holds back for so long whatever comes from the server from now on, in ms. */
  delay(ms: number): void;
  /** Cuts every connection there is; new ones are let through. */
  cut(): void;
  /** How many connections there are. */
  connections(): number;
  stop(): Promise<void>;
};

/** Opens a line to a port of this machine. */
export async function openProxy(target: number): Promise<Proxy> {
  const open = new Set<Socket>();
  let delayMs = 0;
  const server = createServer((client) => {
    const behind = connect(target, '127.0.0.1');
    open.add(client);
    client.on('data', (data) => behind.write(data));
    // In the order it came, since every piece is held back for as long.
    behind.on('data', (data) =>
      delayMs === 0 ? client.write(data) : setTimeout(() => client.write(data), delayMs),
    );
    const end = () => {
      open.delete(client);
      client.destroy();
      behind.destroy();
    };
    for (const socket of [client, behind]) socket.on('close', end).on('error', end);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const cut = () => {
    for (const socket of [...open]) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    delay: (ms) => {
      delayMs = ms;
    },
    cut,
    connections: () => open.size,
    stop: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
