import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { persist } from '../../src/commands/persist.ts';
import { documentId, readDocuments } from '../../src/documents.ts';

let folder: string;
let printed: string[];
let errors: string[];
const output = {
  print: (line: string) => printed.push(line),
  printError: (line: string) => errors.push(line.replaceAll(folder, '.')),
};
const at = (name: string) => join(folder, name);
const query = '{ articles(first: 1) { totalCount } }\n';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'persist-'));
  await writeFile(at('one.graphql'), query);
  await writeFile(at('bad.gql'), '{ articles { nodes { slug } } }\n{');
  await writeFile(at('worse.gql'), 'query A {\n  nothing\n}');
  await writeFile(at('old.json'), JSON.stringify({ earlier: '{ __typename }' }));
});
beforeEach(() => {
  printed = [];
  errors = [];
});
afterAll(() => rm(folder, { recursive: true }));

test('persist prints documents by their hashes, beside what was kept', async () => {
  expect(await persist({ paths: [at('old.json'), at('one.graphql')] }, output)).toBe(0);
  const kept = readDocuments(printed.join('\n'), 'printed');
  expect([...kept].sort()).toEqual(
    [
      [documentId(query), query],
      ['earlier', '{ __typename }'],
    ].sort(),
  );
});

test('persist names what does not fit the schema, and keeps nothing', async () => {
  expect(await persist({ paths: [folder] }, output)).toBe(1);
  expect(printed).toEqual([]);
  expect(errors).toEqual([
    expect.stringMatching(/^\.\/bad\.gql:2: Syntax Error/),
    './worse.gql:2: Cannot query field "nothing" on type "Query".',
    '2 faults in 3 files: nothing is kept',
  ]);
});

test('persist says what is not there', async () => {
  await expect(persist({ paths: [at('none')] }, output)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  await writeFile(at('empty.json'), '{}');
  await expect(persist({ paths: [at('empty.json')] }, output)).rejects.toThrow(/no \.graphql or \.json file/);
  await rm(at('empty.json'));
});
