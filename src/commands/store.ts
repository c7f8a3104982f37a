import { type Config, readConfig } from '../config.ts';
import type { FollowedStore } from '../graph/follow.ts';
import { type OpenOptions, openStore } from '../graph/open.ts';
import type { Output } from './command.ts';

/** Opens the store the environment names, lends it to `work`, and closes it whatever comes of that. */
export async function withStore<T>(
  { wait = false, observer }: Pick<OpenOptions, 'wait' | 'observer'>,
  { printError }: Output,
  work: (store: FollowedStore, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  const onRetry = (error: Error) => printError(`throughline: waiting for the store: ${error.message}`);
  const store = await openStore(config, { wait, onRetry, observer });
  try {
    return await work(store, config);
  } finally {
    await store.close();
  }
}
