import { GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { anyone, type Identity, lacking, type Scope } from '../../identity.ts';
import { type StoredToken, tokenOf } from '../../tokens.ts';
import { recordOf } from '../request-record.ts';

/** Who may ask: whether a token is needed, and which there are. */
export type IdentityOptions = {
  readonly required: boolean;
  readonly tokens: ReadonlyMap<string, StoredToken>;
};

/** Everyone may ask, and nobody has a token. */
export const everyone: IdentityOptions = { required: false, tokens: new Map() };

/**
 * Lets in who has a token that is good, and where none is needed, who shows none. A token that is not good is told of in
 * any case: whoever sends one believes to be known. Which token it was goes to the log, and nothing else of it. Questions
 * need the scope `read`, which everyone has where no token is needed; what else needs a scope says so in the schema.
 */
export function useIdentity({ required, tokens }: IdentityOptions): Plugin {
  const free: readonly Scope[] = required ? [] : [...anyone.scopes];
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      const record = recordOf(request);
      if (record.path !== '/graphql') return;
      const header = request.headers.get('authorization');
      if (header === null && !required) {
        record.identity = anyone;
        return;
      }
      const [, given = ''] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
      const token = tokenOf(given, tokens);
      if (token) {
        record.identity = { client: token.id, scopes: new Set([...token.scopes, ...free]) };
        return;
      }
      const message =
        header === null
          ? 'The service answers only who shows a token: send the header "authorization: Bearer tl_…".'
          : 'The token is not one of this service, or it has expired.';
      const body = { errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] };
      const headers = { 'www-authenticate': 'Bearer', 'cache-control': 'no-store' };
      endResponse(fetchAPI.Response.json(body, { status: 401, headers }));
    },
    onExecute({ args, setResultAndStopExecution }) {
      const identity = identityOf(args.contextValue.request);
      if (mayRead(identity) || getOperationAST(args.document, args.operationName)?.operation !== 'query')
        return;
      setResultAndStopExecution({ errors: [refusal(identity)] });
    },
  };
}

/** Who asks, as far as that is known. */
export function identityOf(request: Request): Identity {
  return recordOf(request).identity ?? anyone;
}

/** Whether who asks may be given what the graph says. */
export function mayRead({ scopes }: Identity): boolean {
  return scopes.has('read');
}

function refusal(identity: Identity): GraphQLError {
  const originalError = lacking('read', identity);
  return new GraphQLError(originalError.message, { originalError });
}
