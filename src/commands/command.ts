import { ThroughlineError } from '../errors.ts';

/** Where a command writes, line by line: what was asked for, and what went wrong. */
export type Output = {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
};

/** A command: its arguments in, its exit code out. */
export type Command<Args> = (args: Args, output: Output) => Promise<number>;

/** A command whose deliberate errors become a message and exit code 1; others go on up. */
export function reporting<Args>(command: Command<Args>): Command<Args> {
  return async (args, output) => {
    try {
      return await command(args, output);
    } catch (error) {
      if (!(error instanceof ThroughlineError)) throw error;
      output.printError(error.message);
      return 1;
    }
  };
}

/** `1 dossier`, `2 entities`: a number with its noun. */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}
