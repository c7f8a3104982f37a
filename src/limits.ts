/**
 * What one request may ask for, and what one client. None may be left out; 0 takes a bound away. Each is on by default:
 * one question of a stranger must not take the service down.
 */
export type Limits = {
  /** Records an operation may have to read, by `createCosting`. */
  readonly cost: number;
  /** How deep its fields may stand inside one another. */
  readonly depth: number;
  /** Aliases in its document. */
  readonly aliases: number;
  /** Directives in its document. */
  readonly directives: number;
  /** Words and signs of its document, as the parser counts them. */
  readonly tokens: number;
  /** Values in its variables, those in lists and objects too. */
  readonly values: number;
  /** Bytes of its body. */
  readonly body: number;
  /** Seconds until it is given up. */
  readonly seconds: number;
  /** Operations that are answered at one time. */
  readonly concurrent: number;
  /** Subscriptions that are open at one time. */
  readonly subscribers: number;
  /** Cost that one client may spend in a minute. */
  readonly rate: number;
  /** Percent that one client may hold of what is held for long: of subscriptions, and of places to wait for a revision. */
  readonly share: number;
};

/** What the limits are where nobody says otherwise. */
export const defaultLimits: Limits = {
  cost: 50_000,
  depth: 20,
  aliases: 100,
  directives: 100,
  tokens: 4_000,
  values: 2_000,
  body: 1_000_000,
  seconds: 30,
  concurrent: 64,
  subscribers: 100,
  rate: 2_000_000,
  share: 25,
};

/** What each limit is counted in, for whoever reads of it. */
export const limitUnits: { readonly [L in keyof Limits]: string } = {
  cost: 'records an operation may have to read',
  depth: 'fields inside one another',
  aliases: 'aliases in a document',
  directives: 'directives in a document',
  tokens: 'words and signs in a document',
  values: 'values in variables',
  body: 'bytes of a request',
  seconds: 'until an operation is given up',
  concurrent: 'operations at one time',
  subscribers: 'subscriptions at one time',
  rate: 'cost a minute, of one client',
  share: 'percent of subscriptions and of waits, of one client',
};

/** The names of all limits. */
export const limitNames = Object.keys(defaultLimits) as readonly (keyof Limits)[];

/** The usual limits, but for one client that asks all the time: a benchmark, a test. */
export const limitsOfOneClient = { limits: { ...defaultLimits, rate: 0, share: 0 }, proxies: 0 } as const;
