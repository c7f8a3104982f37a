import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** What `npm audit --json` says: what it found, or why the registry gave it no answer. */
const audited = z.object({
  metadata: z.object({ vulnerabilities: z.object({ total: z.int() }) }),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});
const unanswered = z.object({
  message: z.string(),
  error: z.object({ code: z.undefined().optional() }).optional(),
});

/** What came of an audit: whether the run may go on, and a line for who reads its log. */
export type Verdict = { readonly passes: boolean; readonly message: string };

/**
 * Judges the output of `npm audit --json`. What is found fails. A registry that cannot be asked is no finding and no
 * all-clear: it is told, and passes. Throws an Error for anything else, such as a missing lock file.
 */
export function verdictOf(output: string): Verdict {
  const report: unknown = JSON.parse(output);
  const found = audited.safeParse(report).data;
  if (found?.metadata.vulnerabilities.total === 0)
    return { passes: true, message: 'No known vulnerability in what is shipped.' };
  if (found) {
    const names = Object.entries(found.vulnerabilities).map(
      ([name, { severity }]) => `${name} (${severity})`,
    );
    return {
      passes: false,
      message: `Known vulnerabilities: ${names.join(', ')}. See npm audit --omit=dev.`,
    };
  }
  const { message } = unanswered.safeParse(report).data ?? {};
  if (message === undefined) throw new Error(`npm audit could not be run: ${output}`);
  return {
    passes: true,
    message: `=== NOT AUDITED: the registry gives no answer to audits (${message}) ===`,
  };
}

/** `npm run audit`: looks up what is shipped among known vulnerabilities. */
function audit(): void {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
  const { passes, message } = verdictOf(stdout);
  process.stderr.write(`[audit] ${message}\n`);
  process.exitCode = passes ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) audit();
