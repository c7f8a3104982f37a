const began = performance.now();

/** Tells whoever waits what is going on, with the time since the start. */
export function say(message: string): void {
  const seconds = Math.floor((performance.now() - began) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  process.stderr.write(`[${clock}] ${message}\n`);
}
