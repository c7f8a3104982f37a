import type { Plugin } from 'graphql-yoga';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from '../graph/store.ts';
import { recordOf } from './request-record.ts';

/** What is counted of the service, for Prometheus. */
export type Metrics = {
  readonly registry: Registry;
  /** Counts statements. */
  readonly observer: Observer;
  /** Counts a request that was turned away since too many were under way: those come to no plugin. */
  readonly turnedAway: () => void;
  /** Counts requests, and gives all that is counted at GET /metrics; `state` names the state of the graph. */
  readonly plugin: (state: () => Promise<string | null>) => Plugin;
};

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const costs = [1, 10, 100, 1_000, 10_000, 50_000];

/** Names that clients give their operations are kept apart up to this many: a series is kept for each. */
const mostNames = 200;

/** Creates the metrics of a process, those of Node among them. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'throughline_' });
  const statements = new Histogram({
    name: 'throughline_statement_seconds',
    help: 'How long statements took, by name and outcome.',
    labelNames: ['statement', 'outcome'],
    buckets: seconds,
    registers: [registry],
  });
  const observer: Observer = (statement, took, failed) =>
    statements.observe({ statement, outcome: failed ? 'failed' : 'done' }, took);
  const turned = new Counter({
    name: 'throughline_turned_away_total',
    help: 'Requests of the API that were turned away, since too many were under way.',
    registers: [registry],
  });
  return {
    registry,
    observer,
    turnedAway: () => turned.inc(),
    plugin: (state) => useMetrics(registry, state),
  };
}

function useMetrics(registry: Registry, state: () => Promise<string | null>): Plugin {
  const registers = [registry];
  const requests = new Histogram({
    name: 'throughline_request_seconds',
    help: 'How long requests of the API took, by operation and status.',
    labelNames: ['operation', 'status'],
    buckets: seconds,
    registers,
  });
  const answers = new Counter({
    name: 'throughline_answers_total',
    help: 'Answers of the API: kept (given again, or known to the client) or made.',
    labelNames: ['answer'],
    registers,
  });
  const cost = new Histogram({
    name: 'throughline_operation_cost',
    help: 'What operations cost, by the schema.',
    buckets: costs,
    registers,
  });
  new Gauge({
    name: 'throughline_graph_revision',
    help: 'How many writes the graph has seen.',
    registers,
    async collect() {
      const revision = Number.parseInt((await state()) ?? '', 10);
      if (Number.isInteger(revision)) this.set(revision);
    },
  });
  const names = new Set<string>();
  const nameOf = (operation = 'anonymous') => {
    if (names.size < mostNames) names.add(operation);
    return names.has(operation) ? operation : 'other';
  };
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (recordOf(request).path !== '/metrics' || request.method !== 'GET') return undefined;
      return registry.metrics().then((text) => {
        endResponse(new fetchAPI.Response(text, { headers: { 'content-type': registry.contentType } }));
      });
    },
    onResponse({ request, response }) {
      const record = recordOf(request);
      if (record.path !== '/graphql') return;
      const took = (performance.now() - record.startedAt) / 1000;
      requests.observe({ operation: nameOf(record.operation), status: response.status }, took);
      answers.inc({ answer: record.cached ? 'kept' : 'made' });
      if (record.cost !== undefined) cost.observe(record.cost);
    },
  };
}
