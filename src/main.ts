#!/usr/bin/env node
import type { Command } from 'commander';
import {
  countFromOne,
  createProgram,
  dataOption,
  example,
  main,
  pathArgument,
  refusePath,
  run,
  scopeOption,
  streamOption,
} from './commands/command-line.ts';
import type { GenerateArgs } from './commands/generate.ts';
import type { TokenArgs } from './commands/token.ts';

// Read by graphql-js as it is imported: without it, it looks for a second copy of itself at every value.
// biome-ignore lint/style/noProcessEnv: a library's own switch, set before anything imports it; config.ts reads ours
process.env.NODE_ENV ??= 'production';

type LoadOptions = { removeOthers?: boolean; stream?: string; wait?: boolean };

// Each command is imported when it is asked for, so that help and the small ones do not wait for the engines.
const program = createProgram();
const wait = ['--wait', 'wait for a Neo4j that is not up yet'] as const;
const text = ['--text <file>', "the article's text, which is not part of the project"] as const;

program
  .command('serve')
  .description('Load the dossiers and serve the graph: GraphQL and its playground at /graphql, /health.')
  .addOption(dataOption())
  .option('--no-load', 'serve the graph as it is stored')
  .option(...wait)
  .addHelpText('after', example('serve', 'serve --data my/dossiers', 'serve --no-load --wait'))
  .action(async (options: { data: string; load: boolean; wait?: boolean }) =>
    run((await import('./commands/serve.ts')).serve, options),
  );

program
  .command('load')
  .description('Store dossiers in the graph, all of them or none. Again does no harm.')
  .addArgument(pathArgument())
  .option('--remove-others', 'remove the articles that are stored but not at this path')
  .addOption(streamOption())
  .option(...wait)
  .addHelpText('after', example('load', 'load my/dossiers/article.yaml', 'load --stream dossiers.jsonl'))
  .action(async (path: string, { stream, ...options }: LoadOptions, command: Command) => {
    if (stream === undefined) return run((await import('./commands/load.ts')).load, { path, ...options });
    refusePath(command);
    return run((await import('./commands/load-stream.ts')).loadFromStream, { ...options, stream });
  });

program
  .command('validate')
  .description('Check dossiers, and name the file, line and mend of every problem. Needs no store.')
  .addArgument(pathArgument())
  .addHelpText('after', example('validate', 'validate my/dossiers'))
  .action(async (path: string) => run((await import('./commands/validate.ts')).validate, { path }));

program
  .command('verify')
  .description('Check that the article says, word for word, what a dossier cites.')
  .addArgument(pathArgument())
  .requiredOption(...text)
  .addHelpText('after', example('verify data/articles/ciokorea-126908.yaml --text article.txt'))
  .action(async (path: string, options: { text: string }) =>
    run((await import('./commands/verify.ts')).verify, { path, ...options }),
  );

program
  .command('cite')
  .description('Print a citation of words of the article, to paste into a dossier.')
  .requiredOption(...text)
  .requiredOption('--paragraph <n>', 'the paragraph the words are in, from 1', countFromOne)
  .requiredOption('--quote <words>', 'the words, as the article has them')
  .option('--occurrence <n>', 'which one, where the paragraph has the words several times', countFromOne)
  .addHelpText(
    'after',
    example('cite --text article.txt --paragraph 9 --quote "artificial general intelligence"'),
  )
  .action(async (options: { text: string; paragraph: number; quote: string; occurrence?: number }) =>
    run((await import('./commands/cite.ts')).cite, options),
  );

program
  .command('config')
  .description('Print what the environment decides, with secrets masked.')
  .addHelpText('after', example('config'))
  .action(async () => run((await import('./commands/config.ts')).config, {}));

program
  .command('token')
  .description('Tokens for clients of a service that not everyone may ask.')
  .command('create')
  .description('Make a token. Standard output has the line to keep of it, for the file that TOKENS names.')
  .addOption(scopeOption())
  .option('--expires <days>', 'how many days it is good for', countFromOne, 90)
  .option('--note <words>', 'for whom it is, kept with it')
  .addHelpText('after', example('token create --expires 30 --note "the newsroom" >> tokens.jsonl'))
  .action(async (options: TokenArgs) => run((await import('./commands/token.ts')).createToken, options));

program
  .command('persist')
  .description('Print the documents of files by their ids, for the file that DOCUMENTS names.')
  .argument('<paths...>', '.graphql files, folders of them, or .json maps of what is kept already')
  .addHelpText(
    'after',
    example('persist documents.json web/queries > new.json && mv new.json documents.json'),
  )
  .action(async (paths: readonly string[]) =>
    run((await import('./commands/persist.ts')).persist, { paths }),
  );

program
  .command('dump')
  .description('Print the whole graph as JSON lines, the same from either engine.')
  .option(...wait)
  .addHelpText('after', example('dump > graph.jsonl'))
  .action(async (options: { wait?: boolean }) => run((await import('./commands/dump.ts')).dump, options));

program
  .command('generate')
  .description('Make up dossiers, a line of JSON each, the same for the same seed. Needs no store.')
  .option('--things <n>', 'how many things in all, passages of articles included', countFromOne)
  .option('--people <n>', 'how many people, whatever follows from --things', countFromOne)
  .option('--organizations <n>', 'the same for organizations', countFromOne)
  .option('--events <n>', 'the same for events', countFromOne)
  .option('--relationships <n>', 'the same for relationships of a type', countFromOne)
  .option('--seed <n>', 'another number makes another graph', countFromOne, 1)
  .addHelpText('after', example('generate --things 10000 > made-up.jsonl'))
  .action(async (options: GenerateArgs) => run((await import('./commands/generate.ts')).generate, options));

await main(program);
