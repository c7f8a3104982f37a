import { expect, it } from 'vitest';
import { verdictOf } from '../../tools/audit.ts';

const found = (vulnerabilities: object, total: number) =>
  JSON.stringify({ vulnerabilities, metadata: { vulnerabilities: { total } } });

it('an audit fails where something is found, and passes where nothing is', () => {
  const verdict = verdictOf(found({ left: { severity: 'high' } }, 1));
  expect(verdict).toMatchObject({ passes: false, message: expect.stringContaining('left (high)') });
  expect(verdictOf(found({}, 0)).passes).toBe(true);
});

it.each([
  { message: '405 Method Not Allowed', statusCode: 405, error: { summary: '', detail: '' } },
  { message: 'request failed, reason: connect ECONNREFUSED', error: { summary: '', detail: '' } },
])('an audit that the registry does not answer is told of loudly: $message', (report) => {
  const { passes, message } = verdictOf(JSON.stringify(report));
  expect(passes).toBe(true);
  expect(message).toMatch(/^=== NOT AUDITED: .*(405|ECONNREFUSED)/);
});

it('an audit that could not be run at all fails', () => {
  const report = { error: { code: 'ENOLOCK', summary: 'This command requires an existing lockfile.' } };
  expect(() => verdictOf(JSON.stringify(report))).toThrow('ENOLOCK');
  expect(() => verdictOf('')).toThrow();
});
