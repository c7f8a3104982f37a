import { z } from 'zod';

/** The ways of signing by keys that an issuer publishes, and by a key that both sides hold; `none` is in neither. */
const published = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const shared = ['HS256', 'HS384', 'HS512'];

/** A key shorter than what it signs to can be guessed from one token. */
const leastKeyBytes = 32;

const jwks = z.string().superRefine((value, context) => {
  const fault = jwksFault(value);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

function jwksFault(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'https:' && !url.username && !url.password) return undefined;
  // Whoever stands between could hand us keys of their own.
  if (url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) return undefined;
  return 'is not an https address without credentials. Set JWT_JWKS=https://issuer.example/.well-known/jwks.json, say.';
}

const key = z
  .string()
  .refine(
    (value) => Buffer.byteLength(value) >= leastKeyBytes,
    `is shorter than ${leastKeyBytes} bytes. Set JWT_KEY to what \`openssl rand -base64 48\` prints, say.`,
  );

const leeway = z
  .string()
  .refine(
    (value) => /^\d{1,3}$/.test(value) && Number(value) <= 300,
    'is not a number of seconds from 0 to 300. Set JWT_LEEWAY=30, say.',
  )
  .transform(Number);

/** The variables that say which JSON Web Tokens are good. */
export const jwtVariables = {
  JWT_JWKS: jwks.optional(),
  JWT_KEY: key.optional(),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().optional(),
  JWT_ALGORITHMS: z
    .string()
    .transform((value) => value.split(',').map((name) => name.trim()))
    .optional(),
  JWT_LEEWAY: leeway.default(30),
};

type JwtVariables = { -readonly [V in keyof typeof jwtVariables]?: z.output<(typeof jwtVariables)[V]> };

/** Which JSON Web Tokens are good: by whom they are issued, for whom, how signed, and by which keys. */
export type JwtConfig = {
  /** The address of the issuer's keys, or the key that is shared with it. */
  readonly keys: { readonly jwks: string } | { readonly shared: string };
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** By how many seconds clocks may differ. */
  readonly leewaySeconds: number;
};

/** Finds what is wrong with the variables together: each problem under the variable to mend. */
export function checkJwt(values: JwtVariables, report: (variable: string, message: string) => void): void {
  const { JWT_JWKS, JWT_KEY, JWT_ALGORITHMS = [] } = values;
  const others = (['JWT_ISSUER', 'JWT_AUDIENCE'] as const).filter((name) => values[name] === undefined);
  if (JWT_JWKS === undefined && JWT_KEY === undefined) {
    const stray = ['JWT_ISSUER', 'JWT_AUDIENCE', 'JWT_ALGORITHMS'].filter(
      (name) => values[name as keyof JwtVariables] !== undefined,
    );
    for (const name of stray) report(name, 'checks nothing without JWT_JWKS or JWT_KEY. Set one of them.');
    return;
  }
  if (JWT_JWKS !== undefined && JWT_KEY !== undefined)
    report('JWT_KEY', 'stands beside JWT_JWKS. Leave one of them out: tokens are signed one way.');
  for (const name of others)
    report(name, 'is not set. Tokens that are for others must not be good here: set it to what yours say.');
  const known = JWT_JWKS === undefined ? shared : published;
  if (JWT_ALGORITHMS.some((name) => !known.includes(name)))
    report(
      'JWT_ALGORITHMS',
      `names one that is none of ${known.join(', ')}. Set those your issuer signs with.`,
    );
}

/** What sound variables say; nothing where no such tokens are good. */
export function jwtConfig(values: JwtVariables): JwtConfig | undefined {
  const { JWT_JWKS, JWT_KEY, JWT_ISSUER = '', JWT_AUDIENCE = '', JWT_ALGORITHMS, JWT_LEEWAY = 0 } = values;
  const rest = { issuer: JWT_ISSUER, audience: JWT_AUDIENCE, leewaySeconds: JWT_LEEWAY };
  if (JWT_JWKS !== undefined)
    return { keys: { jwks: JWT_JWKS }, algorithms: JWT_ALGORITHMS ?? ['RS256', 'ES256'], ...rest };
  if (JWT_KEY !== undefined)
    return { keys: { shared: JWT_KEY }, algorithms: JWT_ALGORITHMS ?? ['HS256'], ...rest };
  return undefined;
}

/** What a configuration says, as the variables that say it, the key masked. */
export function describeJwt({ keys, issuer, audience, algorithms, leewaySeconds }: JwtConfig) {
  return [
    'jwks' in keys ? ['JWT_JWKS', keys.jwks] : ['JWT_KEY', '••••'],
    ['JWT_ISSUER', issuer],
    ['JWT_AUDIENCE', audience],
    ['JWT_ALGORITHMS', algorithms.join(',')],
    ['JWT_LEEWAY', String(leewaySeconds)],
  ] as [variable: string, value: string][];
}
