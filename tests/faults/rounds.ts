/** How often a process is killed in one run of the tests; `npm run faults` makes many runs. */
export const rounds: number = Number(process.env.FAULT_ROUNDS ?? 3);
