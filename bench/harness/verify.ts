import type { Operation, Variables } from '../ops/operation.ts';
import type { RunningServer } from './processes.ts';
import { bodyFor, headers } from './requests.ts';

type Answer = { readonly data?: unknown; readonly errors?: readonly { readonly message: string }[] };

/** The naive server takes seconds to answer some, so it is asked fewer. */
const askedOfNaive = 3;

/**
 * Asks every server the same and compares the canonical forms of their answers with the first server's, byte for byte.
 * Throws an Error that shows the first difference.
 */
export async function verifySame(
  operation: Operation,
  drawn: readonly Variables[],
  servers: readonly RunningServer[],
): Promise<void> {
  for (const [place, one] of drawn.entries()) {
    const asked = servers.filter(({ kind }) => !kind.onlyNaive || place < askedOfNaive);
    const answers = await Promise.all(asked.map((server) => canonicalAnswer(server, operation, one)));
    const other = answers.findIndex((answer) => answer !== answers[0]);
    if (other > 0)
      throw new Error(difference(operation, one, asked, [answers[0] ?? '', answers[other] ?? ''], other));
  }
}

async function canonicalAnswer(
  server: RunningServer,
  operation: Operation,
  drawn: Variables,
): Promise<string> {
  const { kind, url } = server;
  const response = await fetch(url, { method: 'POST', headers, body: bodyFor(kind, operation, drawn) });
  const { data, errors } = (await response.json()) as Answer;
  if (!response.ok || errors || !data || kind.speaks === 'hello')
    throw new Error(
      `${kind.title} answers ${operation.id} with ${response.status} ${JSON.stringify(errors)}\n${JSON.stringify(drawn)}`,
    );
  try {
    return JSON.stringify(operation[kind.speaks].canonical(data));
  } catch (cause) {
    throw new Error(`${kind.title} answers ${operation.id} with ${JSON.stringify(data).slice(0, 500)}`, {
      cause,
    });
  }
}

const shownBefore = 60;
const shownAfter = 160;

function difference(
  { id }: Operation,
  drawn: Variables,
  servers: readonly RunningServer[],
  [expected, found]: readonly [string, string],
  other: number,
): string {
  const end = Math.min(expected.length, found.length);
  let place = 0;
  while (place < end && expected[place] === found[place]) place += 1;
  const around = (text: string) => `…${text.slice(Math.max(0, place - shownBefore), place + shownAfter)}…`;
  return [
    `${id}: the answers differ from character ${place} on, with ${JSON.stringify(drawn).slice(0, 300)}`,
    `  ${servers[0]?.kind.title}: ${around(expected)}`,
    `  ${servers[other]?.kind.title}: ${around(found)}`,
  ].join('\n');
}
