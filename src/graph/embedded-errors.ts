import { join } from 'node:path';
import type { GrafeoError } from '@grafeo-db/js';
import { StoreError } from '../errors.ts';

// The engine's GQLSTATUS where it gives one; opening and reading files it reports by codes in the message only.
const uniqueViolation = 'G2000';
const writeConflict = '40000';
const damage = /GRAFEO-(S\d{3}|X002)|sidecar WAL/;
const locked = /\blocked\b/;
const fileTrouble = /GRAFEO-X003/;
// A commit that could not be written to the log; its status is that of a conflict.
const unwritten = /GRAFEO-T009/;

/** Whether the engine refused a write because another came between, so that the same work may succeed again. */
export function isWriteConflict(error: unknown): boolean {
  return statusOf(error) === writeConflict && !unwritten.test(messageOf(error));
}

/**
 * Turns an error of the running engine into a StoreError, and gives any other back as it is: a statement it cannot
 * parse is a mistake of ours. `folder` is where the store is kept, if anywhere.
 */
export function translateEmbeddedError(error: unknown, folder: string | undefined): unknown {
  const status = statusOf(error);
  const message = messageOf(error);
  if (folder !== undefined && unwritten.test(message)) return unwrittenCommit(error, folder);
  if (status === uniqueViolation)
    return new StoreError('CONFLICT', 'The write would store twice what must be unique.', { cause: error });
  if (status === writeConflict)
    return new StoreError('CONFLICT', 'Another write came between, again and again. Try once more.', {
      cause: error,
    });
  if (folder !== undefined && damage.test(message)) return damagedStore(error, folder);
  if (folder !== undefined && fileTrouble.test(message)) return unusableFolder(error, folder);
  return error;
}

/** Turns whatever went wrong while `folder` was opened into a StoreError. */
export function translateOpeningError(error: unknown, folder: string): StoreError {
  const message = messageOf(error);
  if (locked.test(message))
    return new StoreError(
      'STORE_LOCKED',
      `Another process has the graph in ${folder} open. Stop it, or set STORE_PATH to another folder.`,
      { cause: error },
    );
  return damage.test(message) ? damagedStore(error, folder) : unusableFolder(error, folder);
}

function damagedStore(cause: unknown, folder: string): StoreError {
  return new StoreError(
    'STORE_DAMAGED',
    `The graph in ${folder} is damaged. It is derived from data/: delete ${join(folder, 'graph.grafeo')}* and rebuild it with \`throughline load\`.`,
    { cause },
  );
}

function unwrittenCommit(cause: unknown, folder: string): StoreError {
  const why = /No space left|ENOSPC/.test(messageOf(cause)) ? 'its disk is full' : messageOf(cause);
  return new StoreError(
    'UNAVAILABLE',
    `Nothing was stored in ${folder}: ${why}. The graph is as it was. Make room there, and do it again.`,
    { cause },
  );
}

function unusableFolder(cause: unknown, folder: string): StoreError {
  return new StoreError(
    'UNAVAILABLE',
    `The graph cannot be kept in ${folder}: ${messageOf(cause)}. Set STORE_PATH to a folder that can be written.`,
    { cause },
  );
}

function statusOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as GrafeoError).gqlStatus : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
