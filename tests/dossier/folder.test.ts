import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFolder } from '../../src/dossier/folder.ts';
import { formatProblem } from '../../src/dossier/problem.ts';
import { edited, minimalDossier } from './minimal.ts';
import { minimalWith } from './problems.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossiers-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function write(files: { readonly [name: string]: string | Uint8Array }): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

async function problems(): Promise<string[]> {
  const read = await readFolder(folder);
  return read.problems.map((problem) => formatProblem(problem).replaceAll(`${folder}/`, ''));
}

/** A second dossier that shares the people and organizations of the first, but none of its events. */
function second(): string {
  const other = (yaml: string, id: string) => edited(yaml, `id: ${id}`, `id: second-${id}`);
  return ['acme-article', 'acme-lab-founding', 'bo-lee-departure'].reduce(other, minimalDossier());
}

test('every YAML file under a folder is read, in the order of names; other files are not', async () => {
  await write({
    'b.yml': second(),
    'a/z.yaml': minimalDossier(),
    'a/notes.txt': 'a',
    'a/folder.yaml/notes.txt': 'a',
    '.git/c.yaml': 'x',
    'node_modules/d.yaml': 'x',
  });
  const { files, fileCount } = await readFolder(folder);
  expect(files.map(({ file }) => file)).toEqual([`${folder}/a/z.yaml`, `${folder}/b.yml`]);
  expect(files.map(({ dossier }) => dossier.article.id)).toEqual(['acme-article', 'second-acme-article']);
  expect(fileCount).toBe(2);
  expect(await problems()).toEqual([]);
});

test('one file is read by its name', async () => {
  await write({ 'a.yaml': minimalDossier(), 'b.yaml': 'x' });
  const { files } = await readFolder(join(folder, 'a.yaml'));
  expect(files.map(({ file }) => file)).toEqual([`${folder}/a.yaml`]);
});

test('nothing to read is an error, not an empty answer', async () => {
  await expect(readFolder(folder)).rejects.toMatchObject({
    code: 'INVALID_DOSSIER',
    message: `${folder}: no dossier here, that is no .yaml file`,
  });
  await expect(readFolder(join(folder, 'no'))).rejects.toMatchObject({
    code: 'INVALID_DOSSIER',
    message: `${folder}/no: no such file or folder`,
  });
});

test('a link that leads nowhere is named', async () => {
  await symlink(join(folder, 'gone.yaml'), join(folder, 'link.yaml'));
  await expect(readFolder(folder)).rejects.toThrow(`${folder}/link.yaml: no such file or folder`);
});

test('the problems of all files are told, and the sound files are given', async () => {
  await write({
    'a.yaml': minimalWith(['to: acme-lab', 'to: acme-lap']),
    'b.yaml': second(),
    'c.yaml': new Uint8Array([0x61, 0x3a, 0x20, 0xbf, 0xc0]),
    'd.yaml': new Uint8Array(5_000_001),
  });
  expect(await problems()).toEqual([
    'a.yaml:42:9 relationships[0].to: unknown id "acme-lap". Did you mean "acme-lab"?',
    'c.yaml:1:1 is not UTF-8: save it as UTF-8',
    'd.yaml:1:1 is 5.1 MB, and a dossier may have 5 MB at most: split the article',
  ]);
  expect((await readFolder(folder)).files.map(({ file }) => file)).toEqual([`${folder}/b.yaml`]);
});

test('an article of two files', async () => {
  await write({ 'a.yaml': minimalDossier(), 'b.yaml': minimalDossier() });
  expect(await problems()).toEqual([
    'b.yaml:2:7 article.id: "acme-article" is the id of an article here and of another in a.yaml:2 article.id: give one another id',
  ]);
});

test('an id of two kinds in two files', async () => {
  await write({
    'a.yaml': minimalDossier(),
    'b.yaml': second()
      .replace('{id: bo-lee, kind: Person, name', '{id: bo-lee, kind: Organization, name')
      .replace('LEAVER: [bo-lee]', 'LEAVER: [ada-kim]')
      .replace('id: second-acme-lab-founding', 'id: bo-lee-departure'),
  });
  expect(await problems()).toEqual([
    'b.yaml:16:10 entities[1].id: "bo-lee" is of kind Organization here and of kind Person in a.yaml:16 entities[1].id: give one another id',
    'b.yaml:20:9 events[0].id: "bo-lee-departure" is of kind Founding here and of kind Departure in a.yaml:30 events[1].id: give one another id',
  ]);
});

test('an id of an entity in one file and of an event in another', async () => {
  await write({
    'a.yaml': minimalDossier(),
    'b.yaml': edited(second(), 'id: second-bo-lee-departure', 'id: lone').replace(
      'events:',
      '  - {id: acme-lab-founding, kind: Concept, name: {en: F}, cites: [chief]}\nevents:',
    ),
  });
  expect(await problems()).toEqual([
    'b.yaml:19:10 entities[4].id: "acme-lab-founding" is of kind Concept here and of kind Founding in a.yaml:20 events[0].id: give one another id',
  ]);
});

test('articles may differ on when something was so', async () => {
  await write({
    'a.yaml': minimalDossier(),
    'b.yaml': second()
      .replace('from: ada-kim', 'from: bo-lee')
      .replace(
        'position: {id: chief, title: {en: chief}}',
        'position: {id: board-member, title: {en: member}}',
      ),
  });
  expect(await problems()).toEqual([
    expect.stringContaining('b.yaml:30:5 events[1]: disagrees with relationships[0]'),
  ]);
  await write({
    'b.yaml': second()
      .replace('from: ada-kim', 'from: bo-lee')
      .replace(
        'position: {id: chief, title: {en: chief}}',
        'position: {id: board-member, title: {en: member}}',
      )
      .replace('LEAVER: [bo-lee]', 'LEAVER: [ada-kim]'),
  });
  expect(await problems()).toEqual([]);
});
