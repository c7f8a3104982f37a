import type { Scope } from '../identity.ts';
import { makeToken } from '../tokens.ts';
import type { Command } from './command.ts';

/** What `throughline token create` is told. */
export type TokenArgs = {
  readonly scope: readonly Scope[];
  readonly expires: number;
  readonly note?: string;
};

/** `throughline token create`: prints a new token for whoever is to have it, and the line to keep of it. */
export const createToken: Command<TokenArgs> = async ({ scope, expires, note }, { print, printError }) => {
  const { token, stored } = makeToken({ scopes: scope, days: expires, note });
  printError(`The token, which nobody can find out again: ${token}`);
  printError('The line for the file that TOKENS names:');
  print(JSON.stringify(stored));
  return 0;
};
