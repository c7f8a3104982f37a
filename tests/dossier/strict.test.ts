import { expect, test } from 'vitest';
import { DossierError, formatPath, formatProblem } from '../../src/dossier/problem.ts';
import { nearest, suggestion } from '../../src/dossier/strict.ts';

test.each([
  ['sam-altmann', ['sam-altman', 'elon-musk'], 'sam-altman'],
  ['founder', ['FOUNDER', 'FOUNDED'], 'FOUNDER'],
  ['satya', ['sam-altman', 'elon-musk'], undefined],
  ['fr', ['en', 'ko'], undefined],
  ['x', ['id'], undefined],
  ['', ['id'], undefined],
  ['id', [], undefined],
])('the nearest to %j of %j is %j', (word, candidates, best) => {
  expect(nearest(word, candidates)).toBe(best);
});

test('a suggestion is the nearest, else the choice, else nothing', () => {
  expect(suggestion('ida', ['id', 'kind'])).toBe(' Did you mean "id"?');
  expect(suggestion('other', ['id', 'kind'])).toBe(' Known: id, kind.');
  expect(suggestion('other', [])).toBe('');
  expect(
    suggestion(
      'other',
      Array.from({ length: 31 }, (_, n) => `key${n}`),
    ),
  ).toBe('');
});

test('a path is written as in JavaScript', () => {
  expect(formatPath(['events', 0, 'participants', 'FOUNDER', 1])).toBe('events[0].participants.FOUNDER[1]');
  expect(formatPath(['passages', 'a b', '한국어'])).toBe('passages["a b"].한국어');
  expect(formatPath([])).toBe('');
});

test('the message of an error of dossiers lists every problem', () => {
  const problem = {
    file: 'data/x.yaml',
    line: 12,
    column: 5,
    path: 'events[0].cites',
    message: 'cites nothing',
  };
  expect(formatProblem(problem)).toBe('data/x.yaml:12:5 events[0].cites: cites nothing');
  const error = new DossierError([problem, { ...problem, path: '' }]);
  expect(error).toMatchObject({ code: 'INVALID_DOSSIER', name: 'DossierError' });
  expect(error.message).toBe(
    'data/x.yaml:12:5 events[0].cites: cites nothing\ndata/x.yaml:12:5 cites nothing',
  );
});
