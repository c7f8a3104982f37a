import {
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Plugin } from 'graphql-yoga';
import type { Observer } from '../graph/store.ts';
import type { OtelConfig } from '../otel-config.ts';
import { recordOf } from './request-record.ts';

/** The traces of a service: a span a request of the API, and inside it one for each statement, under its name. */
export type Tracing = {
  /** Makes the spans of statements. */
  readonly observer: Observer;
  /** Makes the spans of requests. */
  readonly plugin: Plugin;
  /** Sends what has not been sent, and ends. */
  stop(): Promise<void>;
};

const headersOf: TextMapGetter<Request> = {
  keys: ({ headers }) => [...headers.keys()],
  get: ({ headers }, name) => headers.get(name) ?? undefined,
};

/** Starts to trace. A request that comes with a `traceparent` goes on with that trace. */
export function startTracing(config: OtelConfig, exporter: SpanExporter = exporterOf(config)): Tracing {
  const manager = new AsyncLocalStorageContextManager().enable();
  context.setGlobalContextManager(manager);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': config.serviceName }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(config.ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('throughline');
  const propagator = new W3CTraceContextPropagator();
  const spans = new WeakMap<Request, Span>();

  const plugin: Plugin = {
    instrumentation: {
      request({ request }, handle) {
        if (!/\/graphql(\?|$)/.test(request.url)) return handle();
        const parent = propagator.extract(ROOT_CONTEXT, request, headersOf);
        const attributes = { 'http.request.method': request.method, 'url.path': '/graphql' };
        const span = tracer.startSpan('graphql', { kind: SpanKind.SERVER, attributes }, parent);
        spans.set(request, span);
        return context.with(trace.setSpan(parent, span), handle);
      },
    },
    onRequest({ request }) {
      const span = spans.get(request);
      if (span) recordOf(request).trace = span.spanContext().traceId;
    },
    onResponse({ request, response }) {
      const span = spans.get(request);
      if (!span) return;
      const { id, operation, cost, cached = false } = recordOf(request);
      if (operation) span.updateName(operation).setAttribute('graphql.operation.name', operation);
      if (cost !== undefined) span.setAttribute('throughline.cost', cost);
      span.setAttributes({
        'http.response.status_code': response.status,
        'throughline.request_id': id,
        'throughline.cached': cached,
      });
      if (response.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };

  // A statement is told of when it has ended; the span is made then, and begins when it began.
  const observer: Observer = (statement, seconds, failed) => {
    const end = Date.now();
    const attributes = { 'db.operation.name': statement };
    const span = tracer.startSpan(statement, {
      kind: SpanKind.CLIENT,
      startTime: end - seconds * 1000,
      attributes,
    });
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(end);
  };

  return {
    observer,
    plugin,
    async stop() {
      await provider.shutdown();
      context.disable();
    },
  };
}

function exporterOf({ endpoint, headers }: OtelConfig): SpanExporter {
  return new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, headers: { ...headers } });
}
