import type { IncomingMessage } from 'node:http';
import { recordOf } from '../request-record.ts';

/** What yoga's context says of the connection; nothing where a request came without one, as in tests. */
export type Connected = { readonly req?: IncomingMessage };

/** Who a request is counted for: whoever its token names, else whoever it comes from. */
export function countedFor(request: Request, connected: Connected, proxies: number): string {
  return recordOf(request).identity?.client ?? clientOf(connected, proxies);
}

/**
 * Who asks: the address that the connection comes from, or with `proxies` before the service the one that the outermost of
 * them says it comes from; what stands before that in the header, anyone may have written. Of IPv6 the network of 64 bits,
 * which is what one customer has.
 */
export function clientOf({ req }: Connected, proxies: number): string {
  const forwarded = proxies > 0 ? String(req?.headers['x-forwarded-for'] ?? '').split(',') : [];
  const address = forwarded.at(-proxies)?.trim() || req?.socket.remoteAddress || 'unknown';
  return networkOf(withoutPort(address));
}

/** Some proxies say the port too; each connection has another. */
function withoutPort(address: string): string {
  const [, bracketed, old] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/.exec(address) ?? [];
  return bracketed ?? old ?? address;
}

function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [left = '', right] = address.split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const behind = groups(right);
  const before = groups(left);
  const missing = right === undefined ? 0 : Math.max(0, 8 - before.length - behind.length);
  return [...before, ...Array.from({ length: missing }, () => '0'), ...behind].slice(0, 4).join(':');
}
