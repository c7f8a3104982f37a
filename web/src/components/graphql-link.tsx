import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { playgroundAddress } from '../graphql/playground.ts';
import { useText } from '../i18n/language.tsx';
import './graphql-link.css';

type GraphqlLinkProps<Variables extends AnyVariables> = {
  readonly query: TypedDocumentNode<unknown, Variables>;
  readonly variables: Variables;
};

/** Opens the playground with the query that a view was made from, as it was asked. Each view has one. */
export function GraphqlLink<Variables extends AnyVariables>({
  query,
  variables,
}: GraphqlLinkProps<Variables>) {
  const { app } = useText();
  return (
    <a className="graphql-link" href={playgroundAddress(query, variables)} target="_blank" rel="noreferrer">
      <span aria-hidden="true">{'{ }'}</span> {app.graphqlOfView}
      <span className="visually-hidden"> ({app.opensPlayground})</span>
    </a>
  );
}
