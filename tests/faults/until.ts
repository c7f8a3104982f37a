import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something is so; gives how long that took, in ms. Throws where it took more than `mostMs`. */
export async function until(isSo: () => boolean | Promise<boolean>, mostMs: number): Promise<number> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > mostMs) throw new Error(`Not so after ${mostMs} ms`);
    await pause(50);
  }
  return performance.now() - began;
}
