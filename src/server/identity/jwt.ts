import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Logger } from 'pino';
import { AccessError, UnavailableError } from '../../errors.ts';
import { type Identity, scopes } from '../../identity.ts';
import type { JwtConfig } from '../../jwt-config.ts';

/** Who holds a token. Throws AccessError for one that is not good, UnavailableError while that cannot be known. */
export type CheckToken = (token: string) => Promise<Identity>;

/** How long keys are held for the issuer's, and how often at most an unknown one makes us look. */
export type KeyTimes = { readonly freshMs: number; readonly cooldownMs: number };

const usualTimes: KeyTimes = { freshMs: 600_000, cooldownMs: 30_000 };
const fetchMs = 5_000;

/**
 * Makes what checks JSON Web Tokens: who issued them, for whom, signed in one of the ways that are allowed, and not past
 * their end. Who holds one is its subject, and may do what its claim `scope` says.
 */
export function createJwtCheck(config: JwtConfig, logger: Logger, times: KeyTimes = usualTimes): CheckToken {
  const { keys, issuer, audience, algorithms, leewaySeconds: clockTolerance } = config;
  const key = 'jwks' in keys ? publishedKeys(keys.jwks, logger, times) : sharedKey(keys.shared);
  const options = {
    issuer,
    audience,
    algorithms: [...algorithms],
    clockTolerance,
    requiredClaims: ['exp', 'sub'],
  };
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, key, options);
      const { sub } = payload as { readonly sub?: unknown };
      // Two holders must not be one client: only a text tells them apart.
      if (typeof sub !== 'string' || sub === '')
        throw new AccessError('UNAUTHENTICATED', 'The token is not good: its "sub" names nobody.');
      return { client: `jwt:${sub}`, scopes: scopesIn(payload.scope) };
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      throw new AccessError('UNAUTHENTICATED', `The token is not good: ${faultOf(error)}.`);
    }
  };
}

function sharedKey(secret: string): JWTVerifyGetKey {
  const bytes = new TextEncoder().encode(secret);
  return async () => bytes;
}

/**
 * The keys that an issuer publishes. They are fetched anew from time to time, and for a token that names one we do not
 * have; where that fails, those we have go on being good, so that an issuer that is away locks nobody out.
 */
function publishedKeys(address: string, logger: Logger, { freshMs, cooldownMs }: KeyTimes): JWTVerifyGetKey {
  const set = createRemoteJWKSet(new URL(address), {
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: cooldownMs,
    timeoutDuration: fetchMs,
  });
  const warn = (err: unknown) => logger.warn({ err }, 'the keys of tokens cannot be fetched');
  let triedAt = Number.NEGATIVE_INFINITY;
  const renew = () => {
    const now = performance.now();
    if (now - triedAt < freshMs) return;
    // The first time, whoever waits for a key fetches them.
    const isFirst = triedAt === Number.NEGATIVE_INFINITY;
    triedAt = now;
    if (!isFirst) set.reload().catch(warn);
  };
  return async (header, token) => {
    renew();
    try {
      return await set(header, token);
    } catch (error) {
      if (error instanceof errors.JOSEError && ofToken.has(error.code)) throw error;
      warn(error);
      throw new UnavailableError(
        'The keys that tokens are checked by cannot be had just now; try again soon.',
        {
          cause: error,
        },
      );
    }
  };
}

/** What the keys are not to blame for. */
const ofToken: ReadonlySet<string> = new Set([
  errors.JWKSNoMatchingKey.code,
  errors.JWKSMultipleMatchingKeys.code,
  errors.JOSENotSupported.code,
]);

/** The scopes of ours that a claim names; an issuer may have others. */
function scopesIn(claim: unknown): Identity['scopes'] {
  const named = new Set(typeof claim === 'string' ? claim.split(' ') : []);
  return new Set(scopes.filter((scope) => named.has(scope)));
}

/** What is wrong with a token, for who sent it: nothing that it does not say itself. */
function faultOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JWTClaimValidationFailed)
    return `its claim "${error.claim}" is not as it must be`;
  if (error instanceof errors.JOSEAlgNotAllowed) return 'it is signed in a way that is not allowed';
  return 'it is not signed by a key of its issuer';
}
