import { getOperationAST } from 'graphql';
import type { FetchAPI, GraphQLParams, Plugin } from 'graphql-yoga';
import type { Identity } from '../../identity.ts';
import { createSlot } from '../../slot.ts';
import { identityOf, mayRead } from '../identity/plugin.ts';
import { isResponse } from '../is-response.ts';
import { languageOf } from '../language.ts';
import { nameOperation, recordOf } from '../request-record.ts';
import { revisionHeader } from '../revision.ts';
import { createCache } from './cache.ts';
import { mediaTypeOf } from './media-type.ts';
import { isNamed, tagOf } from './tag.ts';

/** What the answers of a service are told apart by, and how many are kept. */
export type AnswerOptions = {
  /** Names the state of the graph; null while that is not known. */
  readonly state: () => Promise<string | null>;
  /** Names the code that answers. */
  readonly edition: string;
  /** How many bytes of answers are kept; none for 0. */
  readonly cacheBytes: number;
};

type Answer = { readonly body: Uint8Array<ArrayBuffer>; readonly type: string; readonly operation?: string };

/** The entity tag of an answer, and how many writes the graph had seen, as text. */
type Tag = { readonly etag: string; readonly revision: string };

/** Nothing is known of the graph, so nothing can be told of an answer. */
const unknown: AnswerOptions = { state: async () => null, edition: '', cacheBytes: 0 };

/**
 * Gives the answers to queries an entity tag, tells who has an answer that it still holds, and keeps answers to give
 * them again: all of it before the document is parsed, and after everything that may refuse a request. A tag names the
 * state of the graph, so an answer that is kept is never out of date: it is no longer asked for.
 */
export function useAnswers(
  { state, edition, cacheBytes }: AnswerOptions = unknown,
  keeping: 'public' | 'private' = 'public',
): Plugin {
  // Whoever may keep an answer asks each time whether it still holds.
  const cacheControlOf = (request: Request) =>
    `${identityOf(request).client === null ? keeping : 'private'}, max-age=0, must-revalidate`;
  const cache = createCache<Answer>(cacheBytes);
  const tags = createSlot<Request, Tag>('tag');
  let latest: string | null = null;

  async function tagFor(request: Request, params: GraphQLParams | GraphQLParams[]): Promise<Tag | undefined> {
    const identity = identityOf(request);
    if (!mayRead(identity)) return undefined;
    const now = await state();
    if (now === null) return undefined;
    // What was kept of another state is of no use to anyone.
    if (now !== latest) cache.clear();
    latest = now;
    const language = languageOf(request.headers.get('accept-language'));
    // What is given to who has a scope is not what is given to who has not.
    const may = namesOf(identity.scopes);
    const etag = tagOf([now, edition, language, mediaTypeOf(request.headers.get('accept')), may], params);
    return etag ? { etag, revision: String(Number.parseInt(now, 10) || 0) } : undefined;
  }

  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      if (!requestParser) return;
      setRequestParser(async (whole) => {
        const params = await requestParser(whole);
        if (isResponse(params)) return params;
        const tag = await tagFor(request, params);
        if (!tag) return params;
        const kept = cache.get(tag.etag);
        const isKnown = isNamed(tag.etag, request.headers.get('if-none-match'));
        if (!kept && !isKnown) {
          tags.set(request, tag);
          return params;
        }
        const name = kept ? kept.operation : nameIn(params);
        if (name) nameOperation(request, name);
        recordOf(request).cached = true;
        const cacheControl = cacheControlOf(request);
        return isKnown || !kept
          ? unchanged(tag, cacheControl, fetchAPI)
          : send(kept, tag, cacheControl, fetchAPI);
      });
    },
    onExecute({ args }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== 'query') tags.set(args.contextValue.request, undefined);
    },
    onResultProcess({ request, result, setResultProcessor }) {
      // What carries errors or more than data, and what comes in parts, is yoga's to send.
      const type = mediaTypeOf(request.headers.get('accept'));
      if (type === 'none' || Symbol.asyncIterator in result || Array.isArray(result)) return;
      if (result.errors || !isLasting(result.extensions) || !('data' in result)) return;
      const tag = tags.get(request);
      setResultProcessor((clean, fetchAPI) => {
        const body = Buffer.from(JSON.stringify(clean));
        const answer = { body, type: `${type}; charset=utf-8`, operation: recordOf(request).operation };
        // A copy of its own: a small buffer is a part of a larger one, and would keep all of that.
        if (tag && cacheBytes > 0)
          cache.set(tag.etag, { ...answer, body: new Uint8Array(body) }, body.byteLength);
        return send(answer, tag, cacheControlOf(request), fetchAPI);
      }, type);
    },
  };
}

const names = new WeakMap<Identity['scopes'], string>();

/** The names of scopes; put together once for those that everyone has. */
function namesOf(scopes: Identity['scopes']): string {
  const known = names.get(scopes);
  if (known !== undefined) return known;
  const made = [...scopes].sort().join(' ');
  names.set(scopes, made);
  return made;
}

/** Whether what an answer says beside its data is the same each time: what it costs is, and it says nothing else. */
function isLasting(extensions: object | undefined): boolean {
  return Object.keys(extensions ?? {}).every((name) => name === 'cost');
}

function nameIn(params: GraphQLParams | GraphQLParams[]): string | undefined {
  return Array.isArray(params) ? undefined : (params.operationName ?? undefined);
}

function unchanged(tag: Tag, cacheControl: string, { Response }: FetchAPI): Response {
  return new Response(null, { status: 304, headers: headersOf(tag, cacheControl) });
}

function headersOf({ etag, revision }: Tag, cacheControl: string) {
  return { etag, 'cache-control': cacheControl, [revisionHeader]: revision };
}

function send(
  { body, type }: Answer,
  tag: Tag | undefined,
  cacheControl: string,
  { Response }: FetchAPI,
): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-length': String(body.byteLength),
      ...(tag && headersOf(tag, cacheControl)),
    },
  });
}
