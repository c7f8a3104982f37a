import type { Identity } from '../identity.ts';
import { createSlot } from '../slot.ts';

/** What the edge notes of one request while it is being answered. */
export type RequestRecord = {
  readonly id: string;
  /** The path without the query string, which can hold variables. */
  readonly path: string;
  readonly startedAt: number;
  /** The id of the trace it belongs to, where its sender or we trace it. */
  trace?: string;
  operation?: string;
  /** Whether it was answered without asking the graph. */
  cached?: true;
  /** Who asks; undefined until that is known, and where anyone may. */
  identity?: Identity;
  /** What its operation costs: see limits/cost.ts. */
  cost?: number;
};

/** A client may send a name of any length; the log keeps this much of it. */
const nameLength = 128;

const records = createSlot<Request, RequestRecord>('record');

/** Opens the record of a request. */
export function openRecord(request: Request, id: string): void {
  records.set(request, { id, path: pathOf(request.url), startedAt: performance.now() });
}

/** The record of a request; `useRequestId` has opened it before any other plugin runs. */
export function recordOf(request: Request): RequestRecord {
  const record = records.get(request);
  if (!record) throw new Error('No record of this request: useRequestId must be the first plugin.');
  return record;
}

/** Notes what the operation of a request is called. */
export function nameOperation(request: Request, name: string): void {
  recordOf(request).operation = name.slice(0, nameLength);
}

/** Cut out by hand, since it is needed of every request and parsing the whole address is dear. */
function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const end = url.slice(start).search(/[?#]/);
  return start < 0 ? '/' : url.slice(start, end < 0 ? undefined : start + end);
}
