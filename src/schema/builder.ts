import SchemaBuilder from '@pothos/core';
import ScopeAuthPlugin, { type AuthFailure } from '@pothos/plugin-scope-auth';
import type { Context } from '../context.ts';
import { lacking, type Scope } from '../identity.ts';

/** What the builder knows of our types: the request's context, the scalars, and that fields are never null unless said. */
type SchemaTypes = {
  Context: Context;
  DefaultFieldNullability: false;
  AuthScopes: { [S in Scope]: boolean };
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
    URL: { Input: string; Output: string };
  };
};

/** The builder every file of the contract adds its types to. It defines none itself. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ScopeAuthPlugin],
  defaultFieldNullability: false,
  // Only fields that name a scope (`authScopes`) are wrapped: what anyone may read costs what it did. That questions need
  // `read` the edge knows, before it has a document.
  scopeAuth: {
    authScopes: ({ identity: { scopes } }) => ({
      read: scopes.has('read'),
      write: scopes.has('write'),
      audit: scopes.has('audit'),
    }),
    unauthorizedError: (_, { identity }, __, { failure }) => lacking(scopeOf(failure), identity),
  },
});

/** The scope that was found missing: each field names one. */
function scopeOf(failure: AuthFailure): Scope {
  if ('scope' in failure) return failure.scope as Scope;
  const [first] = 'failures' in failure ? failure.failures : [];
  if (!first) throw new Error(`A field needs what is no scope: ${failure.kind}`);
  return scopeOf(first);
}

builder.queryType({ description: 'Everything that can be asked of the graph.' });
builder.mutationType({
  description:
    'What changes the graph, for whoever has a token with the scope `write`: each field in one transaction, all of it or nothing.',
});
