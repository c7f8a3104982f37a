import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';

const ids = new WeakMap<ExecutionResult, number>();

/**
 * Executes a subscription: an answer for each event of its source, made when it is asked for. Events are writes, and each
 * answer is known by the revision of its own: see `eventIdOf`.
 */
export async function subscribe(
  args: ExecutionArgs,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  return Symbol.asyncIterator in source ? answers(args, source) : source;
}

async function* answers(
  args: ExecutionArgs,
  source: AsyncIterable<unknown>,
): AsyncGenerator<ExecutionResult> {
  for await (const event of source) {
    const result = await execute({ ...args, rootValue: event });
    ids.set(result, (event as { readonly revision: number }).revision);
    yield result;
  }
}

/** What the answer to an event is known by. */
export function eventIdOf(result: ExecutionResult): number | undefined {
  return ids.get(result);
}
