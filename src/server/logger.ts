import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';

/** Lines of this level and above are written at once: the last one before a crash is the one that is needed. */
const urgent = pino.levels.values.warn ?? 40;

/**
 * The service's log: JSON lines on standard error, so that standard output is left to the person who started it. Lines
 * that are not urgent are written once a turn of the event loop, together: a write for each costs a small answer a
 * tenth of its time.
 */
export function createLogger(level: Config['logLevel']): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, createStream());
}

function createStream() {
  const destination = pino.destination({ fd: 2, sync: true });
  let waiting = '';
  const flush = () => {
    if (waiting) destination.write(waiting);
    waiting = '';
  };
  process.once('exit', flush);
  return {
    // Asks pino to set the level of each line before it writes it.
    [Symbol.for('pino.metadata')]: true,
    lastLevel: 0,
    write(line: string) {
      if (!waiting) setImmediate(flush);
      waiting += line;
      if (this.lastLevel >= urgent) flush();
    },
  };
}
