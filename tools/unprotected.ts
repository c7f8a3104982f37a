import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { readConfig } from '../src/config.ts';
import { type Context, createContext } from '../src/context.ts';
import { openStore } from '../src/graph/open.ts';
import { schema } from '../src/schema/index.ts';
import { readEdition } from '../src/server/answers/edition.ts';
import { useAnswers } from '../src/server/answers/plugin.ts';
import { useErrorPolicy } from '../src/server/error-policy.ts';
import { withoutYogasOwn } from '../src/server/handler.ts';
import { languageOf } from '../src/server/language.ts';
import { createLogger } from '../src/server/logger.ts';
import { useReadAhead } from '../src/server/read-ahead.ts';
import { useRequestId } from '../src/server/request-id.ts';
import { useRequestLog } from '../src/server/request-log.ts';

/**
 * Throughline with nothing that protects it: no limits of any kind and no cost, no guards of places, hosts and slow
 * senders, no identities and scopes, no time limit, no security headers, no CORS. The road to the graph, entity tags, the
 * log and how errors are told are as shipped. The benchmark compiles it and measures ours beside it; it stands here because
 * its yoga must be ours, and the benchmark has one of its own.
 */
const config = readConfig();
const store = await openStore(config);
const logger = createLogger(config.logLevel);

const yoga = createYoga<object, Context>({
  schema,
  context: ({ request }) =>
    createContext({
      store,
      language: languageOf(request.headers.get('accept-language')),
      signal: request.signal,
    }),
  plugins: [
    useRequestId(),
    useRequestLog(logger),
    useReadAhead(),
    useErrorPolicy(logger),
    useAnswers({ state: store.state, edition: await readEdition(), cacheBytes: config.cacheBytes }),
  ],
  ...withoutYogasOwn,
});

createServer(yoga).listen(config.port, '127.0.0.1');
