import { Neo4jError } from 'neo4j-driver';
import { type ErrorCode, StoreError } from '../errors.ts';

/** What a message may say of the address: never the password. */
export type Address = { readonly uri: string; readonly database?: string };

type Meaning = {
  readonly codes: RegExp;
  readonly code: ErrorCode;
  readonly message: (address: Address) => string;
};

// The first that fits. Codes are the driver's own words or those of the server (Neo4j Status Codes).
const meanings: readonly Meaning[] = [
  {
    codes: /^Neo\.ClientError\.Database\.DatabaseNotFound$/,
    code: 'UNAVAILABLE',
    message: ({ uri, database }) =>
      `Neo4j at ${uri} has no database ${database ?? 'of that name'}: set NEO4J_DATABASE to one it has, or leave it out.`,
  },
  {
    codes: /^Neo\.ClientError\.Security\./,
    code: 'UNAUTHENTICATED_STORE',
    message: ({ uri }) => `Neo4j at ${uri} refused the login: set NEO4J_USER and NEO4J_PASSWORD.`,
  },
  {
    codes: /^Neo\.ClientError\.Transaction\.TransactionTimedOut/,
    code: 'TIMEOUT',
    message: () => 'Neo4j gave a statement up: it took longer than its limit.',
  },
  {
    codes: /^Neo\.ClientError\.Schema\.ConstraintValidationFailed$/,
    code: 'CONFLICT',
    message: () => 'The write would store twice what must be unique.',
  },
  {
    codes: /OutOfMemory|MemoryLimit/,
    code: 'TOO_LARGE',
    message: () =>
      'It was more at once than the memory of Neo4j holds: load many dossiers with `throughline load --stream`, or give ' +
      'Neo4j more (server.memory.heap.max_size).',
  },
  {
    codes: /^Neo\.TransientError\.Transaction\./,
    code: 'CONFLICT',
    message: () => 'Another write came between, again and again. Try once more.',
  },
  {
    codes: /^(ServiceUnavailable|SessionExpired|ProtocolError|Neo\.TransientError\..*)$/,
    code: 'UNAVAILABLE',
    message: unreachable,
  },
];

// The driver gives these no code.
const noConnection = /Connection acquisition timed out|Server responded HTTP|Unknown Bolt protocol version/;
const closed = /Pool is closed/;

/**
 * Turns an error of the driver or the server into a StoreError that says what to do, and gives any other back as it
 * is: a statement Neo4j cannot parse is a mistake of ours.
 */
export function translateNeo4jError(error: unknown, address: Address): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const meaning = meanings.find(({ codes }) => codes.test(error.code));
  if (meaning) return new StoreError(meaning.code, meaning.message(address), { cause: error });
  if (closed.test(error.message))
    return new StoreError('UNAVAILABLE', 'The store has been closed.', { cause: error });
  if (noConnection.test(error.message))
    return new StoreError('UNAVAILABLE', unreachable(address), { cause: error });
  return error;
}

function unreachable({ uri }: Address): string {
  return `Neo4j at ${uri} cannot be reached: start it, or set NEO4J_URI to where it runs.`;
}
