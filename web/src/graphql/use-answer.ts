import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect } from 'react';
import { useQuery } from 'urql';
import { type Failure, failureOf } from './failure.ts';

/** What has come of a question so far. `stale` data answers the question before; the new answer is on its way. */
export type Answer<Data> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | { readonly state: 'ready'; readonly data: Data; readonly stale: boolean };

/** Asks the service, and again when the browser is back online after it could not. */
export function useAnswer<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Answer<Data> {
  const [{ data, error, fetching, stale }, ask] = useQuery<Data, AnyVariables>({ query, variables });
  const retry = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useEffect(() => {
    if (!error) return undefined;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [error, retry]);
  if (error && !fetching) return { state: 'failed', failure: failureOf(error), retry };
  if (data) return { state: 'ready', data, stale: fetching || stale };
  return { state: 'loading' };
}
