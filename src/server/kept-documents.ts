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
 * that an answer is kept for the document, however it was asked for. Where none are kept it says so to who asks for one.
 */
export function useKeptDocuments({ documents, only }: DocumentOptions): Plugin {
  const known = new Set([...documents.values()].map(documentId));

  function withDocument(params: Params, asked: Asked): GraphQLParams {
    if (!only && asked.documentId === undefined && asked.hash === undefined) return params;
    const { documentId: _id, extensions, ...rest } = params;
    const { persistedQuery: _query, ...others } = extensions ?? {};
    const id = asked.documentId ?? asked.hash;
    const kept = typeof id === 'string' ? documents.get(id) : undefined;
    if (kept !== undefined)
      return { ...rest, query: kept, ...(Object.keys(others).length > 0 && { extensions: others }) };
    const hasText = typeof params.query === 'string';
    if (only && hasText && !known.has(documentId(params.query ?? ''))) throw notKept();
    if (asked.documentId !== undefined && typeof asked.documentId !== 'string') throw noId();
    // Clients of Apollo send a hash beside a text for a server to keep it: that is answered for its text.
    if (hasText && asked.documentId !== undefined) throw unknownBesideText();
    if (!hasText && id !== undefined) throw unknownId(only);
    return params;
  }

  return {
    onRequestParse({ request, requestParser, setRequestParser }) {
      if (!requestParser) return;
      setRequestParser(async (whole) => {
        const params = await requestParser(whole);
        if (isResponse(params) || Array.isArray(params)) return params;
        return withDocument(params, askedOf(params, request));
      });
    },
  };
}

/** The ids that a request asks for a document by. */
type Asked = { readonly documentId: unknown; readonly hash: string | undefined };

function askedOf(params: Params, { method, url }: Request): Asked {
  const hash = (params.extensions?.persistedQuery as { sha256Hash?: unknown } | undefined)?.sha256Hash;
  // To parse an address is dear, and few name one.
  const isInAddress = method === 'GET' && url.includes('documentId=');
  const inAddress = isInAddress ? new URL(url).searchParams.get('documentId') : undefined;
  return {
    documentId: params.documentId ?? inAddress ?? undefined,
    hash: typeof hash === 'string' ? hash : undefined,
  };
}

function unknownId(only: boolean): GraphQLError {
  return refused(
    404,
    'PERSISTED_QUERY_NOT_FOUND',
    `No document is kept under this id. ${only ? 'Have' : 'Send the document itself, or have'} it kept: throughline persist.`,
  );
}

function unknownBesideText(): GraphQLError {
  return refused(
    404,
    'PERSISTED_QUERY_NOT_FOUND',
    'No document is kept under this documentId, and the text beside it is not taken for it. Leave the documentId out, or have the document kept: throughline persist.',
  );
}

function noId(): GraphQLError {
  return refused(
    400,
    'BAD_REQUEST',
    'The documentId is not a text. Send the id that throughline persist gave.',
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
