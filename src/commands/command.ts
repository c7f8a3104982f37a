/**
 * Where a command writes, line by line: what was asked for, and what went wrong. What `print` gives may be awaited by
 * a command that prints without end: until the reader takes more.
 */
export type Output = {
  readonly print: (line: string) => unknown;
  readonly printError: (line: string) => void;
};

/** A command: its arguments in, its exit code out. What stops it altogether it throws, for `main` to report. */
export type Command<Args> = (args: Args, output: Output) => Promise<number>;

/** `1 dossier`, `2 entities`: a number with its noun. */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}
