import { readFile } from 'node:fs/promises';

// Linux counts in hundredths of a second, whatever the machine.
const msPerTick = 10;

/** The CPU time a process has used so far, in milliseconds; null where the machine has no /proc. */
export async function cpuMs(pid: number | undefined): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The second field, the program's name, is in brackets and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}
