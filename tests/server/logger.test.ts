import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const logger = new URL('../../src/server/logger.ts', import.meta.url);

/** What a process logs that ends as `script` says. */
function linesOf(script: string): string[] {
  const program = `import { createLogger } from ${JSON.stringify(String(logger))}; const log = createLogger('info'); ${script}`;
  const { stderr } = spawnSync('node', ['--import', 'tsx', '--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  const lines = stderr.split('\n').filter((line) => line.startsWith('{"'));
  return lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
}

describe('the log of a process', () => {
  it.each([
    ['exits', "log.info('a'); log.info('b'); process.exit(1);"],
    ['throws what nobody catches', "log.info('a'); log.info('b'); throw new Error('oh');"],
    ['dies in the next turn', "log.info('a'); log.info('b'); setTimeout(() => process.abort(), 5);"],
    ['dies right after an urgent line', "log.info('a'); log.error('b'); process.abort();"],
  ])(
    'that %s is whole, in order',
    (_how, script) => {
      expect(linesOf(script)).toEqual(['a', 'b']);
    },
    30_000,
  );
});
