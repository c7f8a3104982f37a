import { expect, test } from 'vitest';
import { createProgress } from '../../src/commands/progress.ts';

/** A target that keeps what is written, and a clock that is set. */
function shown(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const progress = createProgress({ isTTY, write: (text) => written.push(text) }, () => time);
  return {
    written,
    progress,
    at: (seconds: number) => {
      time = seconds * 1000;
    },
  };
}

test('a terminal has one line that is drawn over, with a bar and the time left', () => {
  const { written, progress, at } = shown(true);
  at(60);
  progress.update({ done: 25, total: 100, text: '25 dossiers' });
  at(60.1);
  progress.update({ done: 26, total: 100, text: 'too soon' });
  at(240);
  progress.end({ done: 100, total: 100, text: '100 dossiers' });
  expect(written).toEqual([
    '\r██████░░░░░░░░░░░░░░░░░░  25 % · 25 dossiers · 1:00 elapsed · 3:00 left\u001b[K',
    '\r████████████████████████ 100 % · 100 dossiers · 4:00 elapsed · 0:00 left\u001b[K',
    '\n',
  ]);
});

test('anything else has a line every few seconds', () => {
  const { written, progress, at } = shown(false);
  for (const seconds of [1, 4, 6, 7, 12]) {
    at(seconds);
    progress.update({ done: seconds, total: 20, text: `${seconds} dossiers` });
  }
  expect(written).toEqual([
    ' 30 % · 6 dossiers · 0:06 elapsed · 0:14 left\n',
    ' 60 % · 12 dossiers · 0:12 elapsed · 0:08 left\n',
  ]);
});

test('where nobody knows how much there is, no share is told', () => {
  const { written, progress, at } = shown(true);
  at(3_725);
  progress.update({ done: 5, text: '5 dossiers' });
  expect(written).toEqual(['\r5 dossiers · 1:02:05 elapsed\u001b[K']);
});
