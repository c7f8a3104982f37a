import { setMaxListeners } from 'node:events';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance, type YogaServerOptions } from 'graphql-yoga';
import type { Logger } from 'pino';
import { type Context, createContext } from '../context.ts';
import type { GraphStore } from '../graph/store.ts';
import type { Feed, Writer } from '../model/writes.ts';
import { type AnswerOptions, useAnswers } from './answers/plugin.ts';
import { dependsOnOrigin } from './cors.ts';
import { useErrorPolicy } from './error-policy.ts';
import type { Explorer } from './explorer/files.ts';
import { useExplorer } from './explorer/plugin.ts';
import { useHealth } from './health.ts';
import { everyone, type IdentityOptions, useIdentity } from './identity/plugin.ts';
import { type DocumentOptions, noDocuments, useKeptDocuments } from './kept-documents.ts';
import { useKnownPaths } from './known-paths.ts';
import { languageOf } from './language.ts';
import { lastEventIdOf } from './last-event-id.ts';
import { type LimitOptions, useLimits, usual } from './limits/plugin.ts';
import type { Metrics } from './metrics.ts';
import { usePlayground } from './playground/plugin.ts';
import { useReadAhead } from './read-ahead.ts';
import { useReadRequest } from './read-request.ts';
import { useRequestId } from './request-id.ts';
import { useRequestLog } from './request-log.ts';
import { recordOf } from './request-record.ts';
import { type Reach, useRevision } from './revision.ts';
import { useSubscriptions } from './subscriptions/plugin.ts';
import { type SchemaTelling, useValidation } from './validation.ts';
import { useVary } from './vary.ts';

/** What the edge is built of. */
export type HandlerParts = {
  readonly schema: GraphQLSchema;
  readonly store: GraphStore;
  readonly logger: Logger;
  /** The queries the playground opens with. */
  readonly examples: readonly string[];
  /** The built explorer; without it the root says that there is none. */
  readonly explorer?: Explorer;
  /** Without it, answers carry no tags and none are kept. */
  readonly answers?: AnswerOptions;
  /** What is counted; without it nothing is, and /metrics is not there. */
  readonly metrics?: Metrics;
  /** What makes traces of requests; without it there are none. */
  readonly tracing?: Plugin;
  /** Who may ask; everyone where left out. */
  readonly identity?: IdentityOptions;
  /** Tells of writes as they come; without it, nobody can subscribe to them. */
  readonly feed?: Feed;
  /** Waits for what others have written; without it, nobody can ask for that. */
  readonly reach?: Reach;
  /** What changes the graph for those who may; without it nobody can. */
  readonly writer?: Writer;
  /** The documents that are kept; none where left out. */
  readonly documents?: DocumentOptions;
  /** The origins of the pages elsewhere whose scripts may ask, which `withCors` lets in: `*` for all, none where left out. */
  readonly corsOrigins?: readonly string[];
  /** What is told of the schema; everything where left out. */
  readonly telling?: SchemaTelling;
  /** The usual ones where left out. */
  readonly limits?: LimitOptions;
};

/** More than one operation has statements under way. */
const mostListeners = 500;

const everything: SchemaTelling = { introspection: true, suggestions: true };

/** What a request passes on its way to the schema and back, in order. */
function pluginsOf({
  store,
  logger,
  examples,
  explorer,
  answers,
  metrics,
  tracing,
  reach,
  identity = everyone,
  documents = noDocuments,
  corsOrigins = [],
  telling = everything,
  limits = usual,
}: HandlerParts): YogaServerOptions<object, Context>['plugins'] {
  return [
    useRequestId(), // first: all that follow speak of the request by its record
    ...(tracing ? [tracing] : []),
    useVary(dependsOnOrigin(corsOrigins) ? ['origin'] : []),
    useRequestLog(logger), // before anything can answer, so that every answer is logged
    useHealth(store), // answers before any work is done
    ...(metrics ? [metrics.plugin(answers?.state ?? (async () => null))] : []),
    usePlayground(examples),
    useExplorer(explorer),
    useKnownPaths(), // whatever gets past it is the API
    useIdentity(identity), // before a byte of the body is read
    ...(reach ? [useRevision(reach, limits)] : []), // before a kept answer is looked for
    useReadRequest(limits.limits), // bounds the body before a byte of it is kept
    useKeptDocuments(documents), // before answers are looked for, which go by the document
    useValidation(telling),
    useReadAhead(),
    useSubscriptions(limits),
    useErrorPolicy(logger), // what it passes of a result is what the client gets
    useLimits(limits), // what it says of cost is a part of the answer that is kept
    useAnswers(answers, identity.required ? 'private' : 'public'), // last of all: a kept answer costs nothing, and is given only to whom the above let in
  ];
}

/** What yoga would do of itself, all off: each is a plugin of `pluginsOf`, or closed. */
export const withoutYogasOwn = {
  maxRequestBodySize: false, // useReadRequest
  maskedErrors: false, // useErrorPolicy, which knows the request
  graphiql: false, // usePlayground
  healthCheckEndpoint: ' ', // useHealth; yoga's cannot be turned off, and no address ends in a space
  logging: false, // useRequestLog and useErrorPolicy
  landingPage: false,
  multipart: false,
  batching: false,
  cors: false, // withCors, which also stands before what answers without yoga
} as const;

/** Everything between an HTTP request and the schema. */
export function createHandler(parts: HandlerParts): YogaServerInstance<object, Context> {
  // Each statement under way listens for the end of its request: set once for all, since for each it is dear.
  setMaxListeners(mostListeners);
  const { schema, store, writer, feed, limits = usual } = parts;
  return createYoga<object, Context>({
    schema,
    context: ({ request }) =>
      createContext({
        store,
        language: languageOf(request.headers.get('accept-language')),
        signal: request.signal,
        seconds: limits.limits.seconds,
        identity: recordOf(request).identity,
        writer,
        ...(feed && { writes: () => feed.after(lastEventIdOf(request), request.signal) }),
      }),
    plugins: pluginsOf(parts),
    ...withoutYogasOwn,
  });
}
