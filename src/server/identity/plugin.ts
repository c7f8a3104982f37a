import { GraphQLError, getOperationAST } from 'graphql';
import type { FetchAPI, Plugin } from 'graphql-yoga';
import { AccessError, UnavailableError } from '../../errors.ts';
import { anyone, type Identity, lacking, type Scope } from '../../identity.ts';
import type { Maybe } from '../../maybe.ts';
import { type StoredToken, tokenOf, tokenPrefix } from '../../tokens.ts';
import { recordOf } from '../request-record.ts';
import type { CheckToken } from './jwt.ts';

/** Who may ask: whether a token is needed, and which there are. */
export type IdentityOptions = {
  readonly required: boolean;
  readonly tokens: ReadonlyMap<string, StoredToken>;
  /** Checks JSON Web Tokens; without it none is good. */
  readonly jwt?: CheckToken;
};

/** Everyone may ask, and nobody has a token. */
export const everyone: IdentityOptions = { required: false, tokens: new Map() };

/**
 * Lets in who has a token that is good, and where none is needed, who shows none. A token that is not good is told of in
 * any case: whoever sends one believes to be known. Which token it was goes to the log, and nothing else of it. Questions
 * need the scope `read`, which everyone has where no token is needed; what else needs a scope says so in the schema.
 */
export function useIdentity({ required, tokens, jwt }: IdentityOptions): Plugin {
  const free: readonly Scope[] = required ? [] : [...anyone.scopes];
  const holderOf = (given: string): Maybe<Identity> => {
    if (jwt && !given.startsWith(tokenPrefix)) return jwt(given);
    const token = tokenOf(given, tokens);
    if (token) return { client: token.id, scopes: new Set(token.scopes) };
    throw new AccessError('UNAUTHENTICATED', 'The token is not one of this service, or it has expired.');
  };
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      const record = recordOf(request);
      if (record.path !== '/graphql') return undefined;
      const header = request.headers.get('authorization');
      const refuse = (error: unknown) => endResponse(refused(error, fetchAPI));
      if (header === null) {
        if (required) refuse(new AccessError('UNAUTHENTICATED', needed));
        return undefined;
      }
      const admit = ({ client, scopes }: Identity) => {
        record.identity = { client, scopes: new Set([...scopes, ...free]) };
      };
      try {
        // Only a token of others takes a while to check.
        const holder = holderOf(tokenIn(header));
        if (!(holder instanceof Promise)) return admit(holder);
        return holder.then(admit, refuse);
      } catch (error) {
        return refuse(error);
      }
    },
    onExecute({ args, setResultAndStopExecution }) {
      const identity = identityOf(args.contextValue.request);
      if (mayRead(identity) || getOperationAST(args.document, args.operationName)?.operation !== 'query')
        return;
      setResultAndStopExecution({ errors: [refusal(identity)] });
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const identity = identityOf(args.contextValue.request);
      if (!mayRead(identity)) setResultAndStopExecution({ errors: [refusal(identity)] });
    },
  };
}

/** The token in a header. Throws AccessError where there is none: another scheme, or nothing of this one. */
function tokenIn(header: string): string {
  const [, given] = /^Bearer +(\S+)$/i.exec(header) ?? [];
  if (given !== undefined) return given;
  throw new AccessError(
    'UNAUTHENTICATED',
    'Only a token is taken: send it as the header "authorization: Bearer …", or leave the header out.',
  );
}

const needed = 'The service answers only who shows a token: send it as the header "authorization: Bearer …".';

/** How soon who was told that nothing can be known of its token may try again, in seconds. */
const retryAfter = 5;

/** Answers who is not let in. Throws what is no refusal. */
function refused(error: unknown, { Response }: FetchAPI): Response {
  if (!(error instanceof AccessError || error instanceof UnavailableError)) throw error;
  const { message, code } = error;
  const isKnown = error instanceof AccessError;
  const headers: Record<string, string> = isKnown
    ? { 'www-authenticate': 'Bearer' }
    : { 'retry-after': String(retryAfter) };
  return Response.json(
    { errors: [{ message, extensions: { code } }] },
    { status: isKnown ? 401 : 503, headers: { ...headers, 'cache-control': 'no-store' } },
  );
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
