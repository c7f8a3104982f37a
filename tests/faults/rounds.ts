/** How often a fault is made: FAULT_ROUNDS=20 for what is claimed of them, fewer in every run of the tests. */
export const rounds: number = Number(process.env.FAULT_ROUNDS ?? 3);
