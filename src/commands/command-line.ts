import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, CommanderError, Command as CommandLine, InvalidArgumentError, Option } from 'commander';
import { dataFolder, limitVariable, projectRoot } from '../config.ts';
import { ThroughlineError } from '../errors.ts';
import { scopes } from '../identity.ts';
import { defaultLimits, limitNames, limitUnits } from '../limits.ts';
import type { Command, Output } from './command.ts';

const output: Output = {
  print: (line) => process.stdout.write(`${line}\n`) || once(process.stdout, 'drain'),
  printError: (line) => process.stderr.write(`${line}\n`),
};

const limitLines = limitNames
  .map((limit) => `  ${limitVariable(limit).padEnd(17)}${limitUnits[limit]}: ${defaultLimits[limit]}\n`)
  .join('');

const guide = `
Examples:
  $ throughline serve                                load the dossiers, serve http://localhost:4000/graphql
  $ NEO4J_URI=bolt://localhost:7687 throughline serve --wait
  $ throughline validate my/dossiers                 what is wrong in which line, and what to do
  $ throughline verify --text article.txt            does the article say what is cited?
  $ throughline cite --help                          any command's own help

Environment:
  HOST, PORT       where serve listens: 127.0.0.1, 4000
  NEO4J_URI        the Neo4j that holds the graph, such as bolt://localhost:7687; not set: the embedded engine
  NEO4J_USER       neo4j
  NEO4J_PASSWORD
  NEO4J_DATABASE   not set: the user's own
  STORE_PATH       where the embedded engine keeps the graph: .throughline/graph in the project
  LOG_LEVEL        of the JSON log on standard error: info
  CACHE            MiB of answers kept in memory: 64
  AUTH_REQUIRED    1 to answer only who shows a token: 0
  TOKENS           the file that holds the tokens: see token create
  JWT_JWKS         where the keys are by which JSON Web Tokens are checked, or JWT_KEY, a key shared with their issuer
  JWT_ISSUER, JWT_AUDIENCE    what such tokens must say; JWT_ALGORITHMS how they are signed, JWT_LEEWAY seconds: 30
  DOCUMENTS        the file of documents that clients may ask for by id: see persist
  DOCUMENTS_ONLY   1 to answer no others: 0
  CORS_ORIGINS     pages elsewhere whose scripts may ask, such as https://app.example: none
  METRICS          1 to count what the service does, for Prometheus at /metrics: 0
  OTEL_EXPORTER_OTLP_ENDPOINT   where traces go, such as http://localhost:4318: nowhere
  INTROSPECTION    0 to keep the schema to those who have it: 1
  SUGGESTIONS      0 to tell nobody which name they may have meant: 1
  PROXIES          how many proxies stand before the service: 0
${limitLines}  (0 takes a limit away)

Exit codes: 0 done, 1 not done and the message says why, 2 wrong usage, 70 a defect of Throughline`;

/** The program without its commands. */
export function createProgram(): CommandLine {
  const { description, version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  return new CommandLine('throughline')
    .description(description)
    .version(version)
    .exitOverride()
    .showHelpAfterError('(throughline --help says what there is)')
    .addHelpText('after', guide);
}

/** Where the dossiers are, when it is left to the user. */
export const pathArgument = () =>
  new Argument('[path]', 'a dossier, or a folder of them').default(dataFolder, "the project's data/");

/** The same for `serve`. */
export const dataOption = () =>
  new Option('--data <path>', 'the dossiers to load first').default(dataFolder, "the project's data/");

/** What a token is for. */
export const scopeOption = () =>
  new Option('--scope <scopes...>', 'what it lets its holder do').choices(scopes).default(['read'], 'read');

/** Where dossiers come from that are too many for one transaction. */
export const streamOption = () =>
  new Option(
    '--stream <file>',
    'store them batch by batch: JSON lines from a file or standard input (-), or a folder; stopped, it goes on where it was',
  ).conflicts('removeOthers');

/** Refuses a path beside `--stream`: of two places to load from, one would be passed over. */
export function refusePath(command: CommandLine): void {
  const [path] = command.args;
  if (path !== undefined) command.error(`error: --stream takes no path beside it: leave ${path} out`);
}

/** Lines under a command's help that show it in use. */
export function example(...lines: readonly string[]): string {
  return `\nExample:\n${lines.map((line) => `  $ throughline ${line}`).join('\n')}`;
}

/** Reads an option that counts from 1. */
export function countFromOne(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
}

/** Runs one command; its exit code becomes the process's. */
export async function run<Args>(command: Command<Args>, args: Args): Promise<void> {
  process.exitCode = await command(args, output);
}

/** Runs the command that was typed, and says of every failure what it was and in the exit code of what kind. */
export async function main(program: CommandLine): Promise<void> {
  // A reader such as `head` that has seen enough is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 70));
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ThroughlineError) {
    output.printError(`throughline: ${error.message}`);
    return 1;
  }
  output.printError(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 70;
}
