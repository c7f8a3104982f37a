/** Runs tasks one after another, in the order they come; one that fails does not stop those behind it. */
export type Queue = {
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when every task given so far has ended. Never rejects. */
  idle(): Promise<void>;
};

/** Creates an empty queue. */
export function createQueue(): Queue {
  let tail: Promise<void> = Promise.resolve();
  return {
    run(task) {
      const result = tail.then(task);
      tail = result.then(
        () => {},
        () => {},
      );
      return result;
    },
    idle: () => tail,
  };
}
