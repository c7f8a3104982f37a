import { useMemo } from 'react';
import { useQuery } from 'urql';
import { navigate, useAddress } from '../app/history.ts';
import { useParam, withParams } from '../app/params.ts';
import { failureOf } from '../graphql/failure.ts';
import type { ResultOf, VariablesOf } from '../graphql/tada.ts';
import type { Answer } from '../graphql/use-answer.ts';
import { type GraphVariables, type PathAnswer, pathQuery } from './graph-query.ts';

/** The search for a path: between what, and what was found. */
export type PathFinding = {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly setFrom: (slug: string | undefined) => void;
  readonly setTo: (slug: string | undefined) => void;
  readonly events: boolean;
  readonly setEvents: (on: boolean) => void;
  readonly place: number;
  readonly setPlace: (place: number) => void;
  readonly answer: Answer<ResultOf<typeof pathQuery>>;
  readonly found: PathAnswer | undefined;
  readonly variables: VariablesOf<typeof pathQuery>;
};

/** Finds how two things are connected that the address names. */
export function usePath({ asOf, types, language }: GraphVariables): PathFinding {
  const [from] = useParam('path-from');
  const [to] = useParam('path-to');
  const [through, setThrough] = useParam('through');
  const [named, setNamed] = useParam('path');
  const events = through === 'events';
  const variables = useMemo(
    () => ({ from: from ?? '', to: to ?? '', asOf, types, events, language }),
    [from, to, asOf, types, events, language],
  );
  const [{ data, error, fetching }, ask] = useQuery({ query: pathQuery, variables, pause: !from || !to });
  const answer: PathFinding['answer'] =
    error && !fetching
      ? { state: 'failed', failure: failureOf(error), retry: () => ask({ requestPolicy: 'network-only' }) }
      : data
        ? { state: 'ready', data, stale: fetching }
        : { state: 'loading' };
  const restart = useRestart();
  return {
    from,
    to,
    setFrom: (slug) => restart({ 'path-from': slug }),
    setTo: (slug) => restart({ 'path-to': slug }),
    events,
    setEvents: (on) => setThrough(on ? 'events' : undefined),
    place: Math.max(0, Number(named ?? 1) - 1) || 0,
    setPlace: (place) => setNamed(place > 0 ? String(place + 1) : undefined),
    answer,
    // Of other ends, or another day, nothing is shown as if it were of these.
    found: from && to && !fetching ? data?.paths : undefined,
    variables,
  };
}

/** Another question has its own first path. */
function useRestart(): (changes: { readonly [name: string]: string | undefined }) => void {
  const address = useAddress();
  return (changes) => navigate(withParams(address, { ...changes, path: undefined }));
}
