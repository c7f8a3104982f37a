import { describeConfig, readConfig } from '../config.ts';
import type { Command } from './command.ts';

/** `throughline config`: prints what the environment decides, as variables, with secrets masked. */
export const config: Command<object> = async (_, { print }) => {
  for (const [name, value] of describeConfig(readConfig())) print(`${name}=${value}`);
  return 0;
};
