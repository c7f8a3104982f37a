import { StoreError } from '../errors.ts';
import type { ReadOptions, Statement } from './store.ts';

/**
 * Gives what `read` gives, or throws StoreError TIMEOUT as soon as the signal aborts or the time is over; `abandon` is
 * then called to free what the read still holds. A signal that has aborted before keeps the read from starting.
 */
export function withinBounds<T>(
  statement: Pick<Statement, 'name'>,
  { signal, timeoutMs }: ReadOptions,
  read: () => Promise<T>,
  abandon: () => void = () => {},
): Promise<T> {
  const ended = () => new StoreError('TIMEOUT', `${statement.name} was given up: its request has ended.`);
  if (signal?.aborted) return Promise.reject(ended());
  if (!signal && timeoutMs === undefined) return read();
  return new Promise<T>((resolve, reject) => {
    const giveUp = (error: StoreError) => {
      reject(error);
      abandon();
    };
    const onAbort = () => giveUp(ended());
    const onTimeout = () =>
      giveUp(
        new StoreError('TIMEOUT', `${statement.name} was given up: it took longer than ${timeoutMs} ms.`),
      );
    const timer = timeoutMs === undefined ? undefined : setTimeout(onTimeout, timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    read()
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      });
  });
}
