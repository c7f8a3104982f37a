import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { type Failure, failureOf } from './failure.ts';

/** A page of a connection, as far as turning pages goes. */
export type Page<Edge> = {
  readonly edges: readonly Edge[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** How the pages after the first are asked for. */
type Next<Data, Variables, Edge> = {
  readonly query: TypedDocumentNode<Data, Variables>;
  readonly variables: (after: string) => Variables;
  readonly pick: (data: Data) => Page<Edge> | null | undefined;
};

/** All rows that have come so far, and how to have more: `more` is there as long as there are any. */
export type Rows<Edge> = {
  readonly edges: readonly Edge[];
  readonly more?: () => void;
  readonly busy: boolean;
  readonly failure?: Failure;
};

type Later<Edge> = {
  /** The first page that these follow; another one makes them void. */
  readonly first: Page<Edge>;
  readonly pages: readonly Page<Edge>[];
  readonly busy: boolean;
  readonly failure?: Failure;
};

/** Turns the pages of a connection whose first page came with the view's own query. */
export function useMore<Data, Variables extends AnyVariables, Edge>(
  first: Page<Edge>,
  { query, variables, pick }: Next<Data, Variables, Edge>,
): Rows<Edge> {
  const client = useClient();
  const [state, setState] = useState<Later<Edge>>({ first, pages: [], busy: false });
  const later = state.first === first ? state : { first, pages: [], busy: false };
  const { endCursor, hasNextPage } = (later.pages.at(-1) ?? first).pageInfo;
  const more = async () => {
    if (!endCursor || later.busy) return;
    setState({ ...later, busy: true, failure: undefined });
    const { data, error } = await client.query<Data, AnyVariables>(query, variables(endCursor)).toPromise();
    const page = data && pick(data);
    const came = page ? [...later.pages, page] : later.pages;
    setState({ first, pages: came, busy: false, failure: error && failureOf(error) });
  };
  return {
    edges: [first, ...later.pages].flatMap(({ edges }) => edges),
    more: hasNextPage ? () => void more() : undefined,
    busy: later.busy,
    failure: 'failure' in later ? later.failure : undefined,
  };
}
