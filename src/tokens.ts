import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ConfigError } from './errors.ts';
import { type Scope, scopes } from './identity.ts';

const tokenLine = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{8}$/),
  /** SHA-256 of the secret, in hex: a secret of 256 random bits needs no slow hash. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  scopes: z.array(z.enum(scopes)).min(1),
  /** The first moment at which it is of no use any more. */
  expires: z.iso.datetime(),
  note: z.string().optional(),
});

/** What is kept of a token: its secret cannot be had from it. */
export type StoredToken = z.infer<typeof tokenLine>;

/** How every token of ours begins. */
export const tokenPrefix = 'tl_';

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Makes a token that is good for some days from now, and what to keep of it. */
export function makeToken(
  {
    scopes: given,
    days,
    note,
  }: { readonly scopes: readonly Scope[]; readonly days: number; readonly note?: string },
  now = Date.now(),
): { readonly token: string; readonly stored: StoredToken } {
  const id = randomBytes(4).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const expires = new Date(now + days * 86_400_000).toISOString();
  const stored = {
    id,
    hash: hashOf(secret),
    scopes: [...given],
    expires,
    ...(note !== undefined && { note }),
  };
  return { token: `${tokenPrefix}${id}_${secret}`, stored };
}

/** Reads a file of tokens: a line of JSON each. Throws ConfigError with the line of the first that is none. */
export function readTokens(text: string, file: string): ReadonlyMap<string, StoredToken> {
  const tokens = new Map<string, StoredToken>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const token = parseLine(line);
    if (!token)
      throw new ConfigError(
        `${file}, line ${index + 1} is no token: put there what \`throughline token create\` prints for it.`,
      );
    if (tokens.has(token.id))
      throw new ConfigError(
        `${file}, line ${index + 1} has the id of a token before it: leave one of them out.`,
      );
    tokens.set(token.id, token);
  }
  return tokens;
}

function parseLine(line: string): StoredToken | undefined {
  try {
    return tokenLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** The token that a client holds, where it is one of these and still good; compared in a time that tells nothing. */
export function tokenOf(
  given: string,
  tokens: ReadonlyMap<string, StoredToken>,
  now = Date.now(),
): StoredToken | undefined {
  const [, id = '', secret = ''] = /^tl_([0-9a-f]{8})_([\w-]{43})$/.exec(given) ?? [];
  const stored = tokens.get(id);
  // Something is compared in any case, so that an id that is not there takes as long as a wrong secret.
  const isSame = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(stored?.hash ?? hashOf('')));
  return stored && isSame && now < Date.parse(stored.expires) ? stored : undefined;
}
