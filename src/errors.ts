/** The codes a client can meet in `extensions.code`, and a script in the exit message. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'INVALID_DOSSIER'
  | 'INVALID_CONFIG'
  | 'UNAVAILABLE'
  | 'UNAUTHENTICATED_STORE'
  | 'TIMEOUT'
  | 'CONFLICT'
  | 'TOO_LARGE'
  | 'STORE_LOCKED'
  | 'STORE_DAMAGED'
  | 'PORT_TAKEN';

/** The root of every error raised on purpose. Its message is written for the person who meets it. */
export class ThroughlineError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** An argument a client sent is wrong; `argument` names it. */
export class BadUserInput extends ThroughlineError {
  readonly argument: string;

  constructor(argument: string, message: string) {
    super('BAD_USER_INPUT', `${argument}: ${message}`);
    this.argument = argument;
  }
}

/** Whoever asks may not have this: without a token, or with one that lacks the scope. */
export class AccessError extends ThroughlineError {
  constructor(code: 'UNAUTHENTICATED' | 'FORBIDDEN', message: string) {
    super(code, message);
  }
}

/** What is needed beside the store cannot be had now. */
export class UnavailableError extends ThroughlineError {
  constructor(message: string, options?: ErrorOptions) {
    super('UNAVAILABLE', message, options);
  }
}

/** The store cannot answer now, or refused: `code` says which of the store's troubles it is. */
export class StoreError extends ThroughlineError {}

/** The environment holds a value the service cannot run with. */
export class ConfigError extends ThroughlineError {
  constructor(message: string, options?: ErrorOptions) {
    super('INVALID_CONFIG', message, options);
  }
}
