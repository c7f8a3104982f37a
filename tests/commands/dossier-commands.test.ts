import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cite } from '../../src/commands/cite.ts';
import { validate } from '../../src/commands/validate.ts';
import { verify } from '../../src/commands/verify.ts';
import { edited, minimalDossier, minimalText } from '../dossier/minimal.ts';

let folder: string;
let printed: string[];
let errors: string[];

const output = {
  print: (line: string) => printed.push(line.replaceAll(folder, '.')),
  printError: (line: string) => errors.push(line.replaceAll(folder, '.')),
};
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'));
  await writeFile(at('good.yaml'), minimalDossier());
  await writeFile(
    at('bad.yaml'),
    edited(edited(minimalDossier(), 'en: Bo Lee}, aliases', 'fr: B}, aliases'), 'to: acme-lab', 'to: x'),
  );
  await writeFile(
    at('shifted.yaml'),
    edited(minimalDossier(), 'paragraph: 2', 'paragraph: 1').replace('end: 45', 'end: 99'),
  );
  await writeFile(at('article.txt'), minimalText);
  await writeFile(at('korean.txt'), new Uint8Array([0xb0, 0xa1]));
});

beforeEach(() => {
  printed = [];
  errors = [];
});

afterAll(() => rm(folder, { recursive: true }));

test('validate counts what a sound dossier says', async () => {
  expect(await validate({ path: at('good.yaml') }, output)).toBe(0);
  expect([printed, errors]).toEqual([
    ['./good.yaml: 1 dossier, 4 entities, 2 events, 1 relationship, 3 passages: no problems'],
    [],
  ]);
});

test('validate tells every problem and counts them', async () => {
  expect(await validate({ path: at('bad.yaml') }, output)).toBe(1);
  expect([printed, errors]).toEqual([
    [],
    [
      './bad.yaml:16:39 entities[1].name.fr: is not a key here. Known: en, ko.',
      './bad.yaml:42:9 relationships[0].to: unknown id "x". Declare it under entities or mend it.',
      '2 problems in 1 file',
    ],
  ]);
});

test('validate says what is not there', async () => {
  await expect(validate({ path: at('none') }, output)).rejects.toThrow(
    `${folder}/none: no such file or folder`,
  );
});

test('verify prints a line for each passage and their number', async () => {
  expect(await verify({ path: at('good.yaml'), text: at('article.txt') }, output)).toBe(0);
  expect([printed, errors]).toEqual([
    [
      'VERIFIED founding, paragraph 1, 0–53: The two founded the lab.',
      'VERIFIED leaving, paragraph 2, 0–51: Lee left the board.',
      'VERIFIED chief, paragraph 3, 0–45: Kim leads the lab.',
      '3 of 3 citations verified',
    ],
    [],
  ]);
});

test('verify fails where one passage does', async () => {
  expect(await verify({ path: at('shifted.yaml'), text: at('article.txt') }, output)).toBe(1);
  expect([printed, errors]).toEqual([
    ['VERIFIED founding, paragraph 1, 0–53: The two founded the lab.', '1 of 3 citations verified'],
    [
      'MISMATCH leaving, paragraph 1, 0–51: the text has other words here: cite the passage again',
      'MISSING chief, paragraph 3, 0–99: ends at 99, and the paragraph has 45 code points: cite the passage again',
    ],
  ]);
});

test('verify refuses a dossier with problems', async () => {
  expect(await verify({ path: at('bad.yaml'), text: at('article.txt') }, output)).toBe(1);
  expect(errors.at(-1)).toBe('2 problems in 1 file');
});

test.each([
  ['no text', 'none.txt', 'no such file'],
  ['a folder for a text', '', 'cannot be read (EISDIR)'],
  ['a text that is not UTF-8', 'korean.txt', 'is not UTF-8: save it as UTF-8'],
])('verify refuses %s', async (_name, text, message) => {
  const refused = verify({ path: at('good.yaml'), text: `${folder}/${text}` }, output);
  await expect(refused).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: `--text: ${folder}/${text}: ${message}`,
  });
});

test('verify asks which of several dossiers a text belongs to', async () => {
  const several = await mkdtemp(join(folder, 'several-'));
  await writeFile(join(several, 'a.yaml'), minimalDossier());
  await writeFile(join(several, 'b.yaml'), edited(minimalDossier(), 'id: acme-article', 'id: other-article'));
  await expect(verify({ path: several, text: at('article.txt') }, output)).rejects.toThrow(
    `path: one text, and several dossiers: name the one it belongs to, of ${several}/a.yaml, ${several}/b.yaml`,
  );
});

test('cite prints a passage, or says why it cannot', async () => {
  const text = at('article.txt');
  expect(await cite({ text, paragraph: 1, quote: 'Ada Kim' }, output)).toBe(0);
  expect(printed.join('\n')).toMatch(/^ {2}KEY:\n {4}paragraph: 1\n {4}start: 0\n {4}end: 7\n/);
  await expect(cite({ text, paragraph: 2, quote: 'Ada Kim' }, output)).rejects.toThrow(
    '--quote: the words are not in paragraph 2, but in 1, 3: name that paragraph',
  );
});
