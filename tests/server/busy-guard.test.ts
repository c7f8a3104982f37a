import { EventEmitter } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { defaultLimits } from '../../src/limits.ts';
import { guardBusy, leavePlace, takePlace } from '../../src/server/busy-guard.ts';

/** An answer that notes how it was begun, and that its request can end. */
class Answer extends EventEmitter {
  status: number | undefined;
  writeHead(status: number): void {
    this.status = status;
  }
  end(): void {
    this.emit('close');
  }
}

const concurrent = 2;

/** A guard with two places; `come` gives the answer to a request, whose status is 503 where it was turned away. */
function createService() {
  let turnedAway = 0;
  const handler: RequestListener = () => {};
  const guarded = guardBusy({ ...defaultLimits, concurrent }, handler, () => {
    turnedAway += 1;
  });
  const come = (method: 'GET' | 'POST', url = '/graphql') => {
    const answer = new Answer();
    guarded({ method, url } as IncomingMessage, answer as unknown as ServerResponse);
    return answer;
  };
  return { come, turnedAway: () => turnedAway };
}

const enter = (answer: Answer) => takePlace(answer as unknown as ServerResponse);
const leave = (answer: Answer) => leavePlace(answer as unknown as ServerResponse);

/** How many more get a place. */
function free({ come }: ReturnType<typeof createService>): number {
  const entered = Array.from({ length: concurrent + 1 }, () => come('GET')).filter(({ status }) => !status);
  for (const answer of entered) answer.end();
  return entered.length;
}

type Come = ReturnType<typeof createService>['come'];

it.each<[string, (come: Come) => readonly Answer[]]>([
  ['questions without a body', (come) => [come('GET'), come('GET')]],
  ['questions whose bodies are still coming', (come) => [come('POST'), come('POST'), come('POST')]],
  [
    'a question whose body has come',
    (come) => {
      const one = come('POST');
      expect(enter(one)).toBe(true);
      return [one];
    },
  ],
  [
    'a place that is taken twice',
    (come) => {
      const one = come('POST');
      expect([enter(one), enter(one)]).toEqual([true, true]);
      return [one];
    },
  ],
  [
    'a question that was turned away when its body had come',
    (come) => {
      const others = [come('GET'), come('GET')];
      const late = come('POST');
      expect(enter(late)).toBe(false);
      return [...others, late];
    },
  ],
  [
    'an answer that goes on without a place',
    (come) => {
      const one = come('POST');
      enter(one);
      leave(one);
      return [one];
    },
  ],
])('all places are free after %s', (_, ask) => {
  const service = createService();
  for (const answer of ask(service.come)) answer.end();
  expect(free(service)).toBe(concurrent);
});

it('who has gone before its body came takes no place', () => {
  const service = createService();
  const gone = service.come('POST');
  gone.end();
  expect(enter(gone)).toBe(true);
  expect(free(service)).toBe(concurrent);
});

it('an answer that goes on without a place leaves it to another', () => {
  const service = createService();
  const answers = [service.come('GET'), service.come('GET')];
  expect(service.come('GET').status).toBe(503);
  for (const answer of answers) leave(answer);
  expect(free(service)).toBe(concurrent);
  expect(service.turnedAway()).toBe(2);
});

it('bodies that are still coming are bounded too, and keep nobody out who has none', () => {
  const { come } = createService();
  const most = 16 * concurrent;
  const coming = Array.from({ length: most + 1 }, () => come('POST'));
  expect(coming.map(({ status }) => status ?? 'in')).toEqual([
    ...Array.from({ length: most }, () => 'in'),
    503,
  ]);
  expect(come('GET').status).toBeUndefined();
});

it('probes and pages come in, however many are under way', () => {
  const { come } = createService();
  for (let one = 0; one < concurrent; one += 1) come('GET');
  expect(come('GET', '/health/live').status).toBeUndefined();
  expect(enter(new Answer())).toBe(true);
});
