import { z } from 'zod';

/** Credentials have a variable of their own, which is masked. */
function isAddress(value: string): boolean {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

const endpoint = z
  .string()
  .refine(
    isAddress,
    'is not an http or https address without credentials. Set OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318, say.',
  );

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const headers = z
  .string()
  .transform((value) => value.split(',').map((pair) => pair.trim().split(/=(.*)/s).slice(0, 2)))
  .refine(
    (pairs) =>
      pairs.every(
        ([name, value]) => /^[\w-]+$/.test(name ?? '') && value !== undefined && isDecodable(value),
      ),
    'are not names and values. Set OTEL_EXPORTER_OTLP_HEADERS=authorization=Bearer%20…, say.',
  )
  .transform((pairs) =>
    Object.fromEntries(pairs.map(([name = '', value = '']) => [name, decodeURIComponent(value)])),
  );

const ratio = z
  .string()
  .refine(
    (value) => /^(0(\.\d+)?|1(\.0+)?)$/.test(value),
    'is not a part from 0 to 1. Set OTEL_TRACES_SAMPLER_ARG=0.1 to trace one request in ten, say.',
  )
  .transform(Number);

/** The variables that say where traces go, by the names that OpenTelemetry gives them. */
export const otelVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: headers.optional(),
  OTEL_SERVICE_NAME: z.string().default('throughline'),
  OTEL_TRACES_SAMPLER_ARG: ratio.default(1),
};

type OtelVariables = { readonly [V in keyof typeof otelVariables]?: z.output<(typeof otelVariables)[V]> };

/** Where traces go, with which headers, under which name, and which part of the requests is traced. */
export type OtelConfig = {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  readonly ratio: number;
};

/** What the variables decide; nothing where traces go nowhere. */
export function otelConfig(variables: OtelVariables): OtelConfig | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers = {} } = variables;
  const { OTEL_SERVICE_NAME: serviceName = '', OTEL_TRACES_SAMPLER_ARG: ratio = 1 } = variables;
  return endpoint ? { endpoint: endpoint.replace(/\/$/, ''), headers, serviceName, ratio } : undefined;
}

/** The same as the variables that say it, with the values of headers masked. */
export function describeOtel({
  endpoint,
  headers,
  serviceName,
  ratio,
}: OtelConfig): [variable: string, value: string][] {
  return [
    ['OTEL_EXPORTER_OTLP_ENDPOINT', endpoint],
    [
      'OTEL_EXPORTER_OTLP_HEADERS',
      Object.keys(headers)
        .map((name) => `${name}=••••`)
        .join(','),
    ],
    ['OTEL_SERVICE_NAME', serviceName],
    ['OTEL_TRACES_SAMPLER_ARG', String(ratio)],
  ];
}
