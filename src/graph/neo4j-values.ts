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
 * numbers already (one past 2^53 comes as Infinity, which no schema of a row takes for a number). The record's own
 * lists and maps become the row's: an answer of many rows is walked once, and nothing of it is copied.
 */
export function toRow(record: Neo4jRecord): Row {
  return plain(record.toObject()) as Row;
}

/** The value with all dates and times in it made strings, in its place. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    // Lists come first and are gone through by hand: nearly all of a large answer is lists of texts.
    for (let index = 0; index < value.length; index += 1) {
      if (typeof value[index] === 'object') value[index] = plain(value[index]);
    }
    return value;
  }
  if (isTemporal(value)) return String(value);
  const map = value as Record<string, unknown>;
  for (const key of Object.keys(map)) map[key] = plain(map[key]);
  return map;
}

const temporal = [isDate, isDateTime, isLocalDateTime, isTime, isLocalTime, isDuration];

function isTemporal(value: object): boolean {
  return temporal.some((is) => is(value));
}
