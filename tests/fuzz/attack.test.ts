import { expect, it } from 'vitest';
import { dumpGraph } from '../../src/graph/dump.ts';
import { schema } from '../../src/schema/index.ts';
import { describeOnEachEngine } from '../engines.ts';
import { createRandom } from '../support/generated/random.ts';
import { articleStore } from '../support/loaded-store.ts';
import { answeringFrom } from './answering.ts';
import { attack } from './attack.ts';
import { articlePool } from './pool.ts';

const requests = { embedded: 1_500, neo4j: 250 };

describeOnEachEngine('hostile requests', (open, { name }) => {
  const ready = articleStore(open);

  it('are refused with a code or answered, within the time, and change nothing', async () => {
    const store = await ready();
    const before = await dumpGraph(store);
    const of = { random: createRandom(20261128), schema, pool: articlePool };
    const { sent, unexpected } = await attack(answeringFrom(store), of, (count) => count >= requests[name]);
    expect(unexpected.map(({ request, fault }) => [request.sort, fault, request.body.slice(0, 500)])).toEqual(
      [],
    );
    expect(sent.size).toBeGreaterThan(15);
    expect(await dumpGraph(store)).toBe(before);
  });
});
