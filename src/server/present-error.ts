import { type ExecutionResult, GraphQLError, Kind } from 'graphql';
import { AccessError, BadUserInput, type ErrorCode, StoreError, ThroughlineError } from '../errors.ts';
import { argumentOf } from './argument-of.ts';

/** The HTTP status of an error that leaves no data to send beside it; 500 for those not listed. */
const statuses: Partial<Record<ErrorCode | 'INTERNAL_SERVER_ERROR', number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  UNAVAILABLE: 503,
  TIMEOUT: 504,
};

/** What a client hears of the store's troubles. Addresses and folders are for the operator, who finds them in the log. */
const storeMessages: Partial<Record<ErrorCode, string>> = {
  UNAVAILABLE: 'The graph cannot be reached just now; try again in a while.',
  TIMEOUT: 'The question took too long; ask for less at once.',
  TOO_LARGE: 'The question took more than the memory of the store; ask for less at once.',
  CONFLICT: 'Someone else was writing the same things; try again.',
};

/** An error as a client may see it, and what the operator should hear of: nothing, a trouble we know, or a defect. */
export type Presented = { readonly error: GraphQLError; readonly concern: 'none' | 'trouble' | 'defect' };

/** Passes what was meant for the client, each with its code; everything else becomes "Unexpected error.". */
export function presentError(error: GraphQLError, result: Pick<ExecutionResult, 'data'>): Presented {
  const hasData = 'data' in result;
  const cause = rootOf(error);
  if (cause instanceof ThroughlineError) {
    const { code } = cause;
    const message =
      cause instanceof StoreError ? (storeMessages[code] ?? 'The graph is out of order.') : cause.message;
    if (cause instanceof AccessError)
      return { error: restate(error, message, { code: cause.code }, Boolean(result.data)), concern: 'none' };
    if (cause instanceof BadUserInput) return { error: restateInput(error, cause, hasData), concern: 'none' };
    return { error: restate(error, message, { code }, hasData), concern: 'trouble' };
  }
  if (isOfGraphQL(error, cause)) return { error, concern: 'none' };
  if (isVariableFault(error)) {
    return { error: restate(error, error.message, { code: 'BAD_USER_INPUT' }, hasData), concern: 'none' };
  }
  const masked = { code: 'INTERNAL_SERVER_ERROR' } as const;
  return { error: restate(error, 'Unexpected error.', masked, hasData), concern: 'defect' };
}

/** A mistake in what a client sent. A scalar knows only its own name; the argument it stands in is in the document. */
function restateInput(
  error: GraphQLError,
  { code, argument, message }: BadUserInput,
  hasData: boolean,
): GraphQLError {
  const scalar = /^[A-Z]/.test(argument);
  const named = (scalar ? argumentOf(error) : undefined) ?? argument;
  const text = named === argument ? message : message.replace(argument, named);
  return restate(error, text, { code, argument: named }, hasData);
}

/** What was thrown, under the GraphQL errors that graphql wrapped around it. */
export function rootOf(error: Error): Error {
  return error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;
}

/** The same error at the same place, without the original: its stack and properties are not the client's. */
function restate(
  error: GraphQLError,
  message: string,
  extensions: { readonly code: ErrorCode | 'INTERNAL_SERVER_ERROR'; readonly argument?: string },
  hasData: boolean,
): GraphQLError {
  const { nodes, source, positions, path } = error;
  const status = statuses[extensions.code] ?? 500;
  // `spec`: to a client that accepts application/json alone, the protocol answers its mistakes with 200.
  const http = hasData ? {} : { http: { status, spec: status === 400 } };
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    extensions: { ...extensions, ...http },
  });
}

/** A value of a variable that does not fit its type, or that is missing. A scalar's parser may have said so. */
function isVariableFault(error: GraphQLError): boolean {
  const kinds = error.nodes?.map(({ kind }) => kind) ?? [];
  return kinds.includes(Kind.VARIABLE_DEFINITION) || kinds.includes(Kind.VARIABLE);
}

/**
 * Raised by graphql or yoga about the document or the request, or by a library on purpose: these carry a code.
 * Graphql's own complaints in mid-execution, such as a value its type cannot serialize, carry none and are defects.
 */
function isOfGraphQL(error: GraphQLError, cause: Error): boolean {
  if (error.extensions.code === 'GRAPHQL_VALIDATION_FAILED') return true;
  return cause instanceof GraphQLError && typeof cause.extensions.code === 'string';
}
