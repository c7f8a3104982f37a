import { describeConfig, readConfig } from '../config.ts';
import type { Command } from './command.ts';
import { namedFiles } from './named-files.ts';

/** `throughline config`: prints what the environment decides, as variables, with secrets masked; refuses what `serve` would. */
export const config: Command<object> = async (_, { print }) => {
  const decided = readConfig();
  await namedFiles(decided);
  for (const [name, value] of describeConfig(decided)) print(`${name}=${value}`);
  return 0;
};
