import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDossier } from '../../src/dossier/read.ts';
import { maxDossierBytes } from '../../src/dossier/yaml.ts';
import { minimalDossier } from './minimal.ts';
import { type Edit, minimalWith, problemsOf } from './problems.ts';

const id = 'id: acme-article';

const table: readonly (readonly [string, Edit, readonly string[]])[] = [
  [
    'a key twice',
    ['language: en', 'language: en\n  language: ko'],
    ['5:3 article.language: stands twice in this map: keep one'],
  ],
  [
    'an alias',
    [id, 'id: &id acme-article\n  address: *id'],
    ['3:12 article.address: *id is an alias, and a dossier takes none: write the value out'],
  ],
  [
    'an alias of nothing',
    [id, 'id: *id'],
    ['2:7 article.id: *id is an alias, and a dossier takes none: write the value out'],
  ],
  [
    'a tag',
    [id, 'id: !secret acme-article'],
    ['2:7 Unresolved tag: !secret: a dossier takes no tags, leave it out'],
  ],
  ['a key that is a list', [id, `${id}\n  ? [a]\n  : b`], ['3:5 is not a key: a key is one word']],
  [
    'a second document',
    ['passages:', '---\npassages:'],
    ['10:1 begins a second document: one dossier a file'],
  ],
  ['a tab', [id, `\t${id}`], ['2:3 is not YAML: Tabs are not allowed as indentation']],
];

test.each(table)('%s', (_name, edit, problems) => {
  expect(problemsOf(minimalWith(edit)).slice(0, problems.length)).toEqual(problems);
});

test.each([
  ['nothing', '', '1:1 is empty: A dossier: an article and everything it says.'],
  ['a comment', '# to come\n', '1:1 is empty: A dossier: an article and everything it says.'],
  [
    'a list',
    '- a\n',
    '1:1 is a list where a map of keys to values is expected: A dossier: an article and everything it says.',
  ],
])('a file of %s', (_name, yaml, problem) => {
  expect(problemsOf(yaml)).toEqual([problem]);
});

test('all faults of YAML are told at once', () => {
  expect(problemsOf('a: [1\nb: "2\n')).toEqual([
    '2:1 is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    '3:1 is not YAML: Missing closing "quote',
  ]);
});

test('CRLF and a byte order mark change no place', () => {
  const crlf = (yaml: string) => yaml.replaceAll('\n', '\r\n');
  expect(problemsOf(`\uFEFF${crlf(minimalDossier())}`)).toEqual([]);
  const wrong = minimalWith(['LEAVER: [bo-lee]', 'LEAVER: [bo-leee]'], ['publisher:', 'publsher:']);
  expect(problemsOf(wrong)).toHaveLength(2);
  expect(problemsOf(crlf(wrong))).toEqual(problemsOf(wrong));
});

test('columns count from the start of the line, in Korean too', () => {
  expect(problemsOf(minimalWith(['{en: Bo Lee}, aliases', '{ko: 이보 🙂, fr: Bo}, aliases']))).toEqual([
    '16:50 entities[1].name.fr: is not a key here. Known: en, ko.',
  ]);
});

test('an alias bomb is refused before it is unfolded', () => {
  const levels = Array.from(
    { length: 30 },
    (_, n) => `l${n + 1}: &l${n + 1} [${Array(10).fill(`*l${n}`).join(', ')}]`,
  );
  expect(problemsOf(['l0: &l0 [x]', ...levels].join('\n'))[0]).toBe(
    '2:10 l1[0]: *l0 is an alias, and a dossier takes none: write the value out',
  );
});

test.each([
  ['lists', '['.repeat(1_000_000)],
  ['maps', '{a: '.repeat(100_000)],
  ['lists in one line', `${'- '.repeat(5000)}a`],
  ['maps by indentation', Array.from({ length: 2000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
])('endless depth of %s is refused', (_name, yaml) => {
  expect(problemsOf(yaml)).toEqual([
    expect.stringMatching(/^\d+:\d+ is nested more than 64 deep, and no dossier is$/),
  ]);
});

test('a text of 50 MB is refused by its size', () => {
  expect(maxDossierBytes).toBe(5_000_000);
  expect(problemsOf('#'.repeat(50_000_000))).toEqual([
    '1:1 is 50 MB, and a dossier may have 5 MB at most: split the article',
  ]);
  expect(problemsOf('가'.repeat(1_700_000))).toEqual([
    '1:1 is 5.1 MB, and a dossier may have 5 MB at most: split the article',
  ]);
});

test('many keys in one map take no time of their own', { timeout: 60_000 }, () => {
  const yaml = Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join('\n');
  const start = performance.now();
  expect(problemsOf(yaml)).toHaveLength(20_003);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('more problems than a call takes arguments', { timeout: 60_000 }, () => {
  const yaml = `${minimalDossier()}events:\n${'- 5\n'.repeat(150_000)}`;
  expect(problemsOf(yaml).length).toBeGreaterThan(150_000);
});

test('whatever the text, it is read or refused, and every problem has a place', { timeout: 60_000 }, () => {
  const piece = fc.constantFrom(...minimalDossier().split(/(?<=[\s:,[\]{}])/));
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
    fc.tuple(fc.nat(2000), fc.nat(60), fc.string()).map(([at, length, text]) => {
      return minimalDossier().slice(0, at) + text + minimalDossier().slice(at + length);
    }),
  );
  fc.assert(
    fc.property(anything, (yaml) => {
      const read = readDossier(yaml, 'a.yaml');
      if ('dossier' in read) return true;
      const lines = yaml.split('\n').length;
      return (
        read.problems.length > 0 &&
        read.problems.every(
          ({ line, column, message }) => line >= 1 && line <= lines && column >= 1 && message !== '',
        )
      );
    }),
    { numRuns: 500 },
  );
});
