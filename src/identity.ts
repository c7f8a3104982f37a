import { AccessError } from './errors.ts';

/** What a client may do: ask, change what the graph says, see who changed it. */
export const scopes = ['read', 'write', 'audit'] as const;

/** One of `scopes`. */
export type Scope = (typeof scopes)[number];

/** Who asks: the name a client is known by, null for one that showed no token; and what it may do. */
export type Identity = { readonly client: string | null; readonly scopes: ReadonlySet<Scope> };

/** Whoever shows no token, where none is needed to ask. */
export const anyone: Identity = { client: null, scopes: new Set(['read']) };

/** The error for whoever lacks a scope: UNAUTHENTICATED for one that showed no token, else FORBIDDEN. */
export function lacking(scope: Scope, { client }: Identity): AccessError {
  return client === null
    ? new AccessError(
        'UNAUTHENTICATED',
        `This needs a token with the scope "${scope}": send it as the header "authorization: Bearer …".`,
      )
    : new AccessError('FORBIDDEN', `This needs the scope "${scope}", which the token does not have.`);
}
