import type { Operation } from './operation.ts';
import { q1 } from './q1.ts';
import { q2 } from './q2.ts';
import { q3 } from './q3.ts';
import { q4 } from './q4.ts';

/** All operations, in the order they are measured. */
export const operations: readonly Operation[] = [q1, q2, q3, q4];
