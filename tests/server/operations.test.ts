import { describe, expect, it } from 'vitest';
import { describeConfig, readConfig } from '../../src/config.ts';
import { StoreError } from '../../src/errors.ts';
import { observed } from '../../src/graph/observed.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { edge, post, store } from './support.ts';

describe('/metrics', () => {
  it('counts requests by operation and status, their cost, and answers given again', async () => {
    const answers = { state: async () => '41-1700000000000.0', edition: 'e', cacheBytes: 2 ** 20 };
    const { fetch } = edge({ metrics: createMetrics(), answers });
    await fetch('/graphql', post({ query: 'query Named { ok }' }));
    await fetch('/graphql', post({ query: 'query Named { ok }' }));
    await fetch('/graphql', post({ query: 'query Wrong { nope }', operationName: 'Wrong' }));
    const response = await fetch('/metrics');
    expect(response.headers.get('content-type')).toContain('text/plain');
    const lines = (await response.text()).split('\n');
    expect(lines).toContain('throughline_request_seconds_count{operation="Named",status="200"} 2');
    expect(lines.some((line) => line.startsWith('throughline_request_seconds_count{operation="Wrong"'))).toBe(
      true,
    );
    expect(lines).toContain('throughline_answers_total{answer="kept"} 1');
    expect(lines).toContain('throughline_operation_cost_count 1');
    expect(lines).toContain('throughline_graph_revision 41');
    expect(lines.some((line) => line.startsWith('throughline_nodejs_heap_size_used_bytes '))).toBe(true);
  });

  it('keeps names apart up to a number of them, so that nobody can make it grow', async () => {
    const { fetch } = edge({ metrics: createMetrics() });
    for (let number = 0; number < 205; number += 1)
      await fetch('/graphql', post({ query: `query N${number} { ok }` }));
    const text = await (await fetch('/metrics')).text();
    expect(text).toContain('throughline_request_seconds_count{operation="N199",status="200"} 1');
    expect(text).toContain('throughline_request_seconds_count{operation="other",status="200"} 5');
  });

  it('is not there where nobody asked for it', async () => {
    expect((await edge().fetch('/metrics')).status).toBe(404);
  });

  it('counts statements by name and outcome, and lets their failures through', async () => {
    const { registry, observer } = createMetrics();
    const failing = { ...store, read: () => Promise.reject(new StoreError('UNAVAILABLE', 'gone')) };
    const statement = { name: 'Some.statement', text: '', row: (row: unknown) => row };
    await observed(store, observer).read(statement, {});
    await expect(observed(failing, observer).read(statement, {})).rejects.toThrow('gone');
    await observed(store, observer).search([{ tokens: [], limit: 1 }]);
    const text = await registry.metrics();
    for (const labels of [
      'statement="Some.statement",outcome="done"',
      'statement="Some.statement",outcome="failed"',
      'statement="search",outcome="done"',
    ])
      expect(text).toContain(`throughline_statement_seconds_count{${labels}} 1`);
  });
});

describe('probes', () => {
  it('tell a process that lives from one that can answer', async () => {
    const health = () => Promise.reject(new StoreError('UNAVAILABLE', 'secret'));
    const { fetch } = edge({ store: { ...store, health } });
    const [live, ready] = [await fetch('/health/live'), await fetch('/health/ready')];
    expect([live.status, await live.json()]).toEqual([200, { status: 'ok' }]);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable', code: 'UNAVAILABLE' }]);
    expect((await edge().fetch('/health/ready')).status).toBe(200);
  });
});

describe('the configuration', () => {
  it('is told as the variables that make it, without its secrets', () => {
    const env = {
      NEO4J_URI: 'bolt://db:7687',
      NEO4J_PASSWORD: 'hunter2',
      LIMIT_COST: '9',
      METRICS: '1',
      PROXIES: '1',
    };
    const told = describeConfig(readConfig(env));
    expect(told).toContainEqual(['LIMIT_COST', '9']);
    expect(told).toContainEqual(['NEO4J_PASSWORD', '••••']);
    expect(JSON.stringify(told)).not.toContain('hunter2');
    const { NEO4J_PASSWORD, NEO4J_DATABASE, ...again } = Object.fromEntries(told);
    expect(readConfig({ ...again, NEO4J_PASSWORD: 'hunter2' })).toEqual(readConfig(env));
  });
});
