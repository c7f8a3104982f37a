import type { ExecutionResult } from 'graphql';

/** How often something is sent to who waits for long, so that nothing between takes the connection for dead. */
const beatMs = 12_000;
/** How long a client may take nothing of what is there for it. */
const patienceMs = 30_000;

/** How results become a stream of events. */
export type StreamOptions = {
  /** What the event of a result is known by: where who comes back goes on. */
  readonly idOf: (result: ExecutionResult) => number | undefined;
  /** Called once, when nothing more will be sent. */
  readonly onEnd: () => void;
  /** Called when the client takes nothing any more. */
  readonly cut: () => void;
  readonly times?: { readonly beatMs: number; readonly patienceMs: number };
};

/**
 * The results as server-sent events (`event: next`, as the protocol of GraphQL over SSE has it), one asked for when the
 * one before has been taken: of a client that is slow, nothing waits here. It ends without saying that all is told, so
 * that a client comes back, to this process or another.
 */
export function eventStream(
  results: AsyncIterable<ExecutionResult>,
  { idOf, onEnd, cut, times = { beatMs, patienceMs } }: StreamOptions,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = results[Symbol.asyncIterator]();
  let beat: NodeJS.Timeout | undefined;
  let fullSince: number | undefined;
  let isOver = false;

  function end(): void {
    if (isOver) return;
    isOver = true;
    clearInterval(beat);
    // It may be waiting for an event that comes late or never: whoever made it has been told.
    iterator.return?.()?.then(undefined, () => {});
    onEnd();
  }

  function look(controller: ReadableStreamDefaultController<Uint8Array>): void {
    if ((controller.desiredSize ?? 0) > 0) {
      fullSince = undefined;
      controller.enqueue(encoder.encode(':\n\n'));
      return;
    }
    fullSince ??= performance.now();
    if (performance.now() - fullSince < times.patienceMs) return;
    end();
    controller.error(new Error('The client takes nothing of what it asked to be told'));
    cut();
  }

  return new ReadableStream<Uint8Array>({
    start(controller) {
      // Some clients see no headers before the first byte.
      controller.enqueue(encoder.encode(':\n\n'));
      beat = setInterval(look, times.beatMs, controller);
    },
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (isOver) return;
        if (!done) {
          controller.enqueue(encoder.encode(eventOf(value, idOf(value))));
          return;
        }
        end();
        controller.close();
      } catch (error) {
        end();
        throw error;
      }
    },
    cancel: end,
  });
}

function eventOf(result: ExecutionResult, id: number | undefined): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: next\ndata: ${JSON.stringify(result)}\n\n`;
}
