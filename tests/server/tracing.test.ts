import { InMemorySpanExporter } from '@opentelemetry/sdk-trace';
import { afterAll, expect, it } from 'vitest';
import { loadDossiers } from '../../src/dossier/load.ts';
import { openEmbedded } from '../../src/graph/embedded.ts';
import { observed } from '../../src/graph/observed.ts';
import { schema } from '../../src/schema/index.ts';
import { startTracing } from '../../src/server/tracing.ts';
import { articleDossiers } from '../support/article.ts';
import { edge, post } from './support.ts';

const trace = '0af7651916cd43dd8448eb211c80319c';
const parent = 'b7ad6b7169203331';

/** Keeps what was sent when tracing ends, which forgets it. */
class Sent extends InMemorySpanExporter {
  override shutdown(): Promise<void> {
    return Promise.resolve();
  }
}

const store = await openEmbedded();
afterAll(() => store.close());

it('is a span a request, under the name of its operation, and in it one a statement; probes have none', async () => {
  await store.ensureSchema();
  await loadDossiers(store, await articleDossiers());
  const sent = new Sent();
  const config = { endpoint: 'http://localhost:1', headers: {}, serviceName: 'test', ratio: 1 };
  const tracing = startTracing(config, sent);
  const { fetch, lines } = edge({
    schema,
    store: observed(store, tracing.observer),
    tracing: tracing.plugin,
  });
  const asked = {
    query: 'query Who { entity(slug: "openai") { slug relationships(first: 2) { nodes { id } } } }',
  };
  // At once, so that each must find its own span.
  await Promise.all([
    fetch('/graphql', post(asked, { traceparent: `00-${trace}-${parent}-01`, 'x-request-id': 'one' })),
    fetch('/graphql', post({ query: '{ __typename }' })),
    fetch('/health/live'),
  ]);
  await tracing.stop();

  const spans = sent.getFinishedSpans();
  const requests = spans.filter(({ attributes }) => attributes['url.path']);
  expect(requests.map(({ name }) => name).sort()).toEqual(['Who', 'graphql']);
  const who = requests.find(({ name }) => name === 'Who');
  expect(who).toMatchObject({
    parentSpanContext: { traceId: trace, spanId: parent },
    attributes: {
      'http.response.status_code': 200,
      'throughline.request_id': 'one',
      'graphql.operation.name': 'Who',
    },
  });
  const statements = spans.filter(({ attributes }) => attributes['db.operation.name']);
  expect(statements.length).toBeGreaterThan(0);
  for (const statement of statements) {
    expect(statement.parentSpanContext).toMatchObject({ traceId: trace, spanId: who?.spanContext().spanId });
    expect(JSON.stringify(statement.attributes)).not.toContain('openai');
  }
  expect(lines.find(({ operation }) => operation === 'Who')).toMatchObject({ trace, requestId: 'one' });
});

it('is told by the log without a trace of ours, by what the sender says', async () => {
  const { fetch, lines } = edge();
  await fetch('/graphql', post({ query: '{ ok }' }, { traceparent: `00-${trace}-${parent}-00` }));
  await fetch(
    '/graphql',
    post({ query: '{ ok }' }, { traceparent: 'forged\n{"level":50}'.replace('\n', ' ') }),
  );
  expect(lines.map((line) => line.trace)).toEqual([trace, undefined]);
});
