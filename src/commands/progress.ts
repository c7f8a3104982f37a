/** How far something is, for a person who waits; `total` where it is known how far it has to go. */
export type Progress = { readonly done: number; readonly total?: number; readonly text: string };

/** Where progress is shown: a terminal takes a bar that is drawn over and over, anything else takes lines. */
export type ProgressTarget = { readonly isTTY?: boolean; write(text: string): unknown };

const everyMs = { bar: 200, line: 5_000 };
const barWidth = 24;

/** Shows progress on a target, not more often than can be read. */
export function createProgress(target: ProgressTarget, now: () => number = Date.now) {
  const start = now();
  const isBar = target.isTTY === true;
  let shown = isBar ? Number.NEGATIVE_INFINITY : start;
  const show = (progress: Progress) => {
    shown = now();
    const line = lineOf(progress, (shown - start) / 1000, isBar);
    target.write(isBar ? `\r${line}\u001b[K` : `${line}\n`);
  };
  return {
    /** Hears how far it is, and shows it where there is time. */
    update(progress: Progress): void {
      if (now() - shown >= (isBar ? everyMs.bar : everyMs.line)) show(progress);
    },
    /** Shows how far it came, and leaves the line. */
    end(progress: Progress): void {
      show(progress);
      if (isBar) target.write('\n');
    },
  };
}

function lineOf({ done, total, text }: Progress, seconds: number, isBar: boolean): string {
  const share = total ? Math.min(1, done / total) : undefined;
  const left = share ? ` · ${clock(seconds / share - seconds)} left` : '';
  const percent = share === undefined ? '' : `${String(Math.floor(share * 100)).padStart(3)} % · `;
  return `${isBar && share !== undefined ? bar(share) : ''}${percent}${text} · ${clock(seconds)} elapsed${left}`;
}

function bar(share: number): string {
  const full = Math.round(share * barWidth);
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} `;
}

/** `3725` seconds as `1:02:05`. */
function clock(seconds: number): string {
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor);
  const two = (value = 0) => String(value).padStart(2, '0');
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
