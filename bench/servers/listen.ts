import { createServer, type RequestListener } from 'node:http';

/** Answers on the port that PORT names, at 127.0.0.1. */
export function listen(handler: RequestListener): void {
  createServer(handler).listen(Number(process.env.PORT), '127.0.0.1');
}
