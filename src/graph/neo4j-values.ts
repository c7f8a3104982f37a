import {
  int,
  isDate,
  isDateTime,
  isDuration,
  isLocalDateTime,
  isLocalTime,
  isTime,
  type Record as Neo4jRecord,
} from 'neo4j-driver';
import type { Params, Row, Value } from './store.ts';

/** Parameters as the driver must get them: it would send every plain number as a float, which no LIMIT takes. */
export function encodeParams(params: Params): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, encode(value)]));
}

function encode(value: Value): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? int(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value.map(encode) : encodeParams(value as Params);
}

/**
 * A record as a plain row, equal to what the embedded engine gives: dates and times are ISO strings. Integers are
 * numbers already (one past 2^53 comes as Infinity, which no schema of a row takes for a number).
 */
export function toRow(record: Neo4jRecord): Row {
  return plainEntries(record.entries());
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  return isTemporal(value) ? String(value) : plainEntries(Object.entries(value));
}

function plainEntries(entries: Iterable<readonly [PropertyKey, unknown]>): Record<string, unknown> {
  return Object.fromEntries(Array.from(entries, ([key, value]) => [key, plain(value)]));
}

const temporal = [isDate, isDateTime, isLocalDateTime, isTime, isLocalTime, isDuration];

function isTemporal(value: object): boolean {
  return temporal.some((is) => is(value));
}
