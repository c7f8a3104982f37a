import { isIP } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { checkJwt, describeJwt, type JwtConfig, jwtConfig, jwtVariables } from './jwt-config.ts';
import { defaultLimits, type Limits, limitNames, limitUnits } from './limits.ts';
import { describeOtel, type OtelConfig, otelConfig, otelVariables } from './otel-config.ts';

/** The folder of our code: src/, or dist/ with the files that are built of it. */
export const codeFolder: string = fileURLToPath(new URL('.', import.meta.url));

/** The folder of package.json. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** The project's own dossiers, named as briefly as the working folder allows. */
export const dataFolder = shortest(join(projectRoot, 'data'));

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const hostName = /^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i;
const neo4jScheme = /^(bolt|neo4j)(\+s|\+ssc)?:\/\//;
const schemes = 'bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s:// or neo4j+ssc://';

const host = z
  .string()
  .refine(
    (value) => isIP(value) !== 0 || hostName.test(value),
    'is not an address or a host name. Set HOST=127.0.0.1 for this machine alone, or HOST=0.0.0.0 for every network.',
  );

const port = z
  .string()
  .refine(
    (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535,
    'is not a whole number from 0 to 65535. Set PORT=4000, say, or PORT=0 for any free port.',
  )
  .transform(Number);

const mebibyte = 2 ** 20;

const cache = z
  .string()
  .refine(
    (value) => /^\d{1,5}$/.test(value),
    'is not a whole number of MiB from 0 to 99999. Set CACHE=64, say, or CACHE=0 to keep no answers.',
  )
  .transform((value) => Number(value) * mebibyte);

const neo4jUri = z.string().superRefine((value, context) => {
  const fault = neo4jUriFault(value);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

function neo4jUriFault(value: string): string | undefined {
  if (!neo4jScheme.test(value)) {
    return `does not begin with ${schemes}. Set NEO4J_URI=bolt://localhost:7687 for a Neo4j on this machine.`;
  }
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url?.hostname)
    return 'names no host. Set NEO4J_URI=bolt://localhost:7687 for a Neo4j on this machine.';
  if (url.username || url.password) {
    return 'holds a user or a password. Leave them out, and set NEO4J_USER and NEO4J_PASSWORD.';
  }
  return undefined;
}

const count = (meaning: string, standard: number, most = 999_999_999_999) =>
  z
    .string()
    .refine(
      (value) => /^\d{1,12}$/.test(value) && Number(value) <= most,
      `is not a whole number from 0 to ${most} (${meaning}). Set it to ${standard}, say, or to 0 for no limit.`,
    )
    .transform(Number)
    .default(standard);

/** The variable that holds a limit. */
export const limitVariable = <L extends keyof Limits>(limit: L) =>
  `LIMIT_${limit.toUpperCase() as Uppercase<L>}` as const;

// Timers go no further than some weeks, and nobody waits for a day.
const mostOf: Partial<Limits> = { seconds: 86_400, share: 100 };

const limitVariables = Object.fromEntries(
  limitNames.map((limit) => [
    limitVariable(limit),
    count(limitUnits[limit], defaultLimits[limit], mostOf[limit]),
  ]),
) as { readonly [L in keyof Limits as `LIMIT_${Uppercase<L>}`]: ReturnType<typeof count> };

const onOrOff = (purpose: string) =>
  z.enum(['0', '1'], `is neither 0 nor 1. Set it to 1 ${purpose}, or to 0 not to.`);

const proxies = z
  .string()
  .refine(
    (value) => /^\d$/.test(value),
    'is not a number of proxies from 0 to 9. Set PROXIES=1 behind one, say.',
  )
  .transform(Number);

const corsOrigins = z
  .string()
  .transform((value) => value.split(',').map((origin) => origin.trim()))
  .refine(
    (origins) => origins.every((origin) => origin === '*' || isOrigin(origin)),
    'holds something that is not an origin. Set CORS_ORIGINS=https://app.example,http://localhost:3000, say, or CORS_ORIGINS=* for all.',
  );

/** What browsers send as the origin of a page: no path, and no slash at the end. */
function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

const environment = z.object({
  ...limitVariables,
  ...jwtVariables,
  ...otelVariables,
  PROXIES: proxies.default(0),
  HOST: host.default('127.0.0.1'),
  PORT: port.default(4000),
  NEO4J_URI: neo4jUri.optional(),
  NEO4J_USER: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().default(''),
  NEO4J_DATABASE: z.string().optional(),
  STORE_PATH: z.string().default(join(projectRoot, '.throughline', 'graph')),
  CACHE: cache.default(64 * mebibyte),
  AUTH_REQUIRED: onOrOff('to answer only who shows a token').default('0'),
  TOKENS: z.string().optional(),
  DOCUMENTS: z.string().optional(),
  DOCUMENTS_ONLY: onOrOff('to answer only documents that are kept').default('0'),
  CORS_ORIGINS: corsOrigins.default([]),
  METRICS: onOrOff('to count, and to give what is counted at /metrics').default('0'),
  INTROSPECTION: onOrOff('to let clients ask for the schema, which the playground does').default('1'),
  SUGGESTIONS: onOrOff('to tell clients which name they may have meant').default('1'),
  LOG_LEVEL: z
    .enum(logLevels, `is not a level of log. Set LOG_LEVEL to one of ${logLevels.join(', ')}.`)
    .default('info'),
});

function shortest(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') || fromHere === '' ? path : fromHere;
}

type Neo4jConfig = {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string;
};

/** Everything the environment decides. */
export type Config = {
  readonly host: string;
  readonly port: number;
  /** Set: the graph is kept in this Neo4j. Not set: in the embedded engine, at `storePath`. */
  readonly neo4j?: Neo4jConfig;
  readonly storePath: string;
  /** How many bytes of answers are kept in memory; none for 0. */
  readonly cacheBytes: number;
  readonly logLevel: (typeof logLevels)[number];
  readonly limits: Limits;
  /** Whether the service counts what it does, for Prometheus at /metrics. */
  readonly metrics: boolean;
  /** Whether a token is needed to ask, and the file that holds what is kept of tokens. */
  readonly authRequired: boolean;
  readonly tokensFile?: string;
  /** Which JSON Web Tokens are good; none where left out. */
  readonly jwt?: JwtConfig;
  /** Where traces go; nowhere where left out. */
  readonly otel?: OtelConfig;
  /** The file of the documents that are kept, and whether only those are answered. */
  readonly documentsFile?: string;
  readonly documentsOnly: boolean;
  /** The origins of the pages elsewhere whose scripts may ask: `*` for all. */
  readonly corsOrigins: readonly string[];
  /** Whether clients may ask for the schema, and are told which name they may have meant. */
  readonly introspection: boolean;
  readonly suggestions: boolean;
  /** How many proxies stand before the service, each of which adds to X-Forwarded-For. */
  readonly proxies: number;
};

/** Finds what is wrong with the variables together, each problem under the variable to mend. */
function checkTogether(values: Partial<z.infer<typeof environment>>, context: z.RefinementCtx): void {
  const report = (variable: string, message: string) =>
    context.addIssue({ code: 'custom', path: [variable], message });
  const { AUTH_REQUIRED, TOKENS, JWT_JWKS, JWT_KEY, DOCUMENTS, DOCUMENTS_ONLY } = values;
  if (AUTH_REQUIRED === '1' && [TOKENS, JWT_JWKS, JWT_KEY].every((value) => value === undefined))
    report(
      'AUTH_REQUIRED',
      'lets nobody in without TOKENS, JWT_JWKS or JWT_KEY. Set TOKENS to the file that holds the tokens, or JWT_JWKS to where the keys of an issuer are.',
    );
  if (DOCUMENTS_ONLY === '1' && DOCUMENTS === undefined)
    report(
      'DOCUMENTS_ONLY',
      'answers nothing without DOCUMENTS. Set DOCUMENTS to the file of the documents that are kept.',
    );
  checkJwt(values, report);
}

/** Reads the environment, or throws one ConfigError that lists every problem in it. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  // A variable set to nothing is how shells and compose files leave one out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  // Also where a variable is wrong by itself: whoever mends that should not be told of more afterwards.
  const parsed = environment.superRefine(checkTogether, { when: () => true }).safeParse(given);
  if (!parsed.success) throw new ConfigError(describe(parsed.error, given));
  const {
    HOST,
    PORT,
    STORE_PATH,
    CACHE,
    LOG_LEVEL,
    PROXIES,
    METRICS,
    INTROSPECTION,
    SUGGESTIONS,
    AUTH_REQUIRED,
    TOKENS,
    DOCUMENTS,
    DOCUMENTS_ONLY,
    CORS_ORIGINS,
    ...neo4j
  } = parsed.data;
  const jwt = jwtConfig(parsed.data);
  const otel = otelConfig(parsed.data);
  return {
    host: HOST,
    port: PORT,
    storePath: resolve(STORE_PATH),
    cacheBytes: CACHE,
    logLevel: LOG_LEVEL,
    proxies: PROXIES,
    metrics: METRICS === '1',
    authRequired: AUTH_REQUIRED === '1',
    ...(TOKENS && { tokensFile: resolve(TOKENS) }),
    ...(DOCUMENTS && { documentsFile: resolve(DOCUMENTS) }),
    documentsOnly: DOCUMENTS_ONLY === '1',
    corsOrigins: CORS_ORIGINS,
    ...(jwt && { jwt }),
    ...(otel && { otel }),
    introspection: INTROSPECTION === '1',
    suggestions: SUGGESTIONS === '1',
    limits: Object.fromEntries(
      limitNames.map((limit) => [limit, parsed.data[limitVariable(limit)]]),
    ) as unknown as Limits,
    ...(neo4j.NEO4J_URI && { neo4j: neo4jConfig(neo4j.NEO4J_URI, neo4j) }),
  };
}

/** What a configuration says, as the variables that say it; a secret is masked, and what is not set is left out. */
export function describeConfig(config: Config): [variable: string, value: string][] {
  const { host, port, neo4j, storePath, cacheBytes, logLevel, limits, proxies, ...rest } = config;
  const isOn = (on: boolean) => (on ? '1' : '0');
  const store: [string, string][] = neo4j
    ? [
        ['NEO4J_URI', neo4j.uri],
        ['NEO4J_USER', neo4j.user],
        ['NEO4J_PASSWORD', neo4j.password ? '••••' : ''],
        ['NEO4J_DATABASE', neo4j.database ?? ''],
      ]
    : [['STORE_PATH', storePath]];
  return [
    ['HOST', host],
    ['PORT', String(port)],
    ...store,
    ['CACHE', String(cacheBytes / mebibyte)],
    ['LOG_LEVEL', logLevel],
    ['AUTH_REQUIRED', isOn(rest.authRequired)],
    ['TOKENS', rest.tokensFile ?? ''],
    ['DOCUMENTS', rest.documentsFile ?? ''],
    ['DOCUMENTS_ONLY', isOn(rest.documentsOnly)],
    ['CORS_ORIGINS', rest.corsOrigins.join(',')],
    ...(rest.jwt ? describeJwt(rest.jwt) : []),
    ...(rest.otel ? describeOtel(rest.otel) : []),
    ['METRICS', isOn(rest.metrics)],
    ['INTROSPECTION', isOn(rest.introspection)],
    ['SUGGESTIONS', isOn(rest.suggestions)],
    ['PROXIES', String(proxies)],
    ...limitNames.map((limit): [string, string] => [limitVariable(limit), String(limits[limit])]),
  ];
}

type Neo4jVariables = Pick<z.infer<typeof environment>, 'NEO4J_USER' | 'NEO4J_PASSWORD' | 'NEO4J_DATABASE'>;

function neo4jConfig(uri: string, variables: Neo4jVariables): Neo4jConfig {
  const { NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = variables;
  return { uri, user, password, ...(database && { database }) };
}

const secretVariables = new Set(['JWT_KEY', 'OTEL_EXPORTER_OTLP_HEADERS']);

function describe(error: z.ZodError, given: Record<string, string | undefined>): string {
  const problems = error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    // Whoever wrote credentials into an address must not find them in a log, nor a key that is too short.
    const shown = secretVariables.has(name) ? '••••' : given[name]?.replace(/\/\/[^/]*@/, '//…@');
    return `  ${name in given ? `${name}=${shown}` : name} ${message}`;
  });
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return `the environment has ${count}:\n${problems.join('\n')}`;
}
