import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { documentId, type KeptDocuments } from '../documents.ts';
import { isResponse } from './is-response.ts';

/** The documents that clients may ask for by their ids, and whether these are all that is answered. */
export type DocumentOptions = { readonly documents: KeptDocuments; readonly only: boolean };

/** What a service keeps that nobody has given documents. */
export const noDocuments: DocumentOptions = { documents: new Map(), only: false };

type Params = GraphQLParams & { documentId?: unknown };

/**
 * Puts the documents in the place of their ids: `documentId` as the GraphQL over HTTP proposal has it, in the address or
 * in the body, or the `persistedQuery` extension that Apollo's clients send. It comes before answers are looked for, so
 * that an answer is kept for the document, however it was asked for.
 */
export function useKeptDocuments({ documents, only }: DocumentOptions): Plugin {
  if (documents.size === 0 && !only) return {};
  const known = new Set([...documents.values()].map(documentId));

  function withDocument(params: Params, id: string | undefined): GraphQLParams {
    const { documentId: _id, extensions, ...rest } = params;
    const { persistedQuery: _query, ...others } = extensions ?? {};
    const kept = id === undefined ? undefined : documents.get(id);
    if (kept !== undefined)
      return { ...rest, query: kept, ...(Object.keys(others).length > 0 && { extensions: others }) };
    if (typeof params.query !== 'string' && id !== undefined) throw unknownId(only);
    if (only && typeof params.query === 'string' && !known.has(documentId(params.query))) throw notKept();
    return params;
  }

  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      if (!requestParser) return;
      setRequestParser(async (whole) => {
        const params = await requestParser(whole);
        if (isResponse(params) || Array.isArray(params)) return params;
        return withDocument(params, idOf(params, request));
      });
    },
  };
}

function idOf(params: Params, { method, url }: Request): string | undefined {
  const hashed = (params.extensions?.persistedQuery as { sha256Hash?: unknown } | undefined)?.sha256Hash;
  const inAddress = () => (method === 'GET' ? new URL(url).searchParams.get('documentId') : undefined);
  const id = params.documentId ?? hashed ?? inAddress();
  return typeof id === 'string' ? id : undefined;
}

function unknownId(only: boolean): GraphQLError {
  return refused(
    404,
    'PERSISTED_QUERY_NOT_FOUND',
    `No document is kept under this id. ${only ? 'Have' : 'Send the document itself, or have'} it kept: throughline persist.`,
  );
}

function notKept(): GraphQLError {
  return refused(
    403,
    'PERSISTED_QUERY_ONLY',
    'Only documents that are kept are answered here. Ask for one by its id, or have this one kept: throughline persist.',
  );
}

function refused(status: number, code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
