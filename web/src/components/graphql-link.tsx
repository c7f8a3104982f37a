import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { playgroundAddress } from '../graphql/playground.ts';
import { useText } from '../i18n/language.tsx';
import './graphql-link.css';

type GraphqlLinkProps<Variables extends AnyVariables> = {
  readonly query: TypedDocumentNode<unknown, Variables>;
  readonly variables: Variables;
  /** What of the view it is about, where another link is about the view as such. */
  readonly of?: string;
};

/** Opens the playground with the query that a view, or a part of it, was made from, as it was asked. */
export function GraphqlLink<Variables extends AnyVariables>({
  query,
  variables,
  of,
}: GraphqlLinkProps<Variables>) {
  const { app } = useText();
  return (
    <a className="graphql-link" href={playgroundAddress(query, variables)} target="_blank" rel="noreferrer">
      <span aria-hidden="true">{'{ }'}</span> {app.graphqlOfView}
      <span className="visually-hidden">
        {' '}
        {of && `${of} `}({app.opensPlayground})
      </span>
    </a>
  );
}
