import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { readConfig } from '../src/config.ts';
import { type Context, createContext } from '../src/context.ts';
import { createWriter } from '../src/dossier/writer.ts';
import { createFeed } from '../src/graph/feed.ts';
import { openStore } from '../src/graph/open.ts';
import { schema } from '../src/schema/index.ts';
import { readEdition } from '../src/server/answers/edition.ts';
import { useAnswers } from '../src/server/answers/plugin.ts';
import { useErrorPolicy } from '../src/server/error-policy.ts';
import { readExamples } from '../src/server/examples.ts';
import { readExplorer } from '../src/server/explorer/files.ts';
import { useExplorer } from '../src/server/explorer/plugin.ts';
import { withoutYogasOwn } from '../src/server/handler.ts';
import { useHealth } from '../src/server/health.ts';
import { languageOf } from '../src/server/language.ts';
import { lastEventIdOf } from '../src/server/last-event-id.ts';
import { usual } from '../src/server/limits/plugin.ts';
import { createLogger } from '../src/server/logger.ts';
import { usePlayground } from '../src/server/playground/plugin.ts';
import { useReadAhead } from '../src/server/read-ahead.ts';
import { useRequestId } from '../src/server/request-id.ts';
import { useRequestLog } from '../src/server/request-log.ts';
import { useRevision } from '../src/server/revision.ts';
import { useSubscriptions } from '../src/server/subscriptions/plugin.ts';
import { useVary } from '../src/server/vary.ts';

/**
 * Throughline without what protects it from those who ask: no limits of operations, bodies, clients and time, and no cost;
 * no guards of places, hosts, addresses and slow senders; no identities, no documents that are kept, no security headers,
 * no CORS. What a question passes besides is as shipped, in the same order: the road to the graph, entity tags, the log,
 * probes, pages, subscriptions, and how errors of execution are told. The benchmark builds it and measures ours beside it;
 * it stands here because its yoga must be ours, and the benchmark has one of its own.
 */
const config = readConfig();
const store = await openStore(config);
const writer = createWriter(store);
const feed = createFeed(store);
const logger = createLogger(config.logLevel);

const yoga = createYoga<object, Context>({
  schema,
  context: ({ request }) =>
    createContext({
      store,
      language: languageOf(request.headers.get('accept-language')),
      signal: request.signal,
      writer,
      writes: () => feed.after(lastEventIdOf(request), request.signal),
    }),
  plugins: [
    useRequestId(),
    useVary(),
    useRequestLog(logger),
    useHealth(store),
    usePlayground(await readExamples()),
    useExplorer(await readExplorer()),
    useRevision(store.reach, usual),
    useReadAhead(),
    useSubscriptions(usual),
    useErrorPolicy(logger),
    useAnswers({ state: store.state, edition: await readEdition(), cacheBytes: config.cacheBytes }),
  ],
  ...withoutYogasOwn,
});

createServer(yoga).listen(config.port, '127.0.0.1');
// An end by a signal would leave no profile behind.
process.once('SIGTERM', () => process.exit(0));
