import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/** The service's log: JSON lines on standard error, so that standard output is left to the person who started it. */
export function createLogger(level: Config['logLevel']): Logger {
  // Written at once: the last line before a crash is the one that is needed.
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
}
