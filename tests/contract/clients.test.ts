import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal';
import { introspectionFromSchema, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { foundersQuery } from './clients/queries.ts';

vi.setConfig({ testTimeout: 60_000 });

const run = promisify(execFile);

let folder = '';
beforeAll(async () => {
  // Inside the project, so that what is written here finds the project's packages.
  await mkdir('.throughline', { recursive: true });
  folder = await mkdtemp(join(process.cwd(), '.throughline', 'clients-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the compiler says of files in the folder: nothing, where they are right. */
async function compile(...files: string[]): Promise<string> {
  const flags =
    '--noEmit --strict --allowImportingTsExtensions --skipLibCheck --target es2022 --module nodenext --moduleResolution nodenext'.split(
      ' ',
    );
  const paths = files.map((file) => join(folder, file));
  return run('npx', ['tsc', ...flags, '--ignoreConfig', ...paths]).then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  );
}

describe('typed clients', () => {
  it('relay-compiler compiles a Relay app against schema.graphql', async () => {
    const app = join(folder, 'relay');
    await mkdir(join(app, '__generated__'), { recursive: true });
    await cp('tests/contract/relay', app, { recursive: true });
    await cp('schema.graphql', join(app, 'schema.graphql'));
    const config = {
      src: '.',
      schema: './schema.graphql',
      language: 'typescript',
      artifactDirectory: './__generated__',
      customScalarTypes: { Date: 'string', Decimal: 'string', URL: 'string' },
    };
    await writeFile(join(app, 'relay.config.json'), JSON.stringify(config));
    await run(
      process.execPath,
      [join(process.cwd(), 'node_modules/relay-compiler/cli.js'), 'relay.config.json'],
      { cwd: app },
    );
    const artifacts = await readdir(join(app, '__generated__'));
    expect(artifacts.sort()).toEqual([
      'TimelinePageQuery.graphql.ts',
      'TimelineQuery.graphql.ts',
      'TimelineQuery_timeline.graphql.ts',
    ]);
    expect(await readFile(join(app, '__generated__', 'TimelineQuery_timeline.graphql.ts'), 'utf8')).toContain(
      'readonly amounts?: ReadonlyArray<{',
    );
  });

  it('graphql-codegen gives types that compile, and that refuse what is not there', async () => {
    const code = await codegen({
      filename: 'codegen.ts',
      schema: parse(await readFile('schema.graphql', 'utf8')),
      documents: [{ document: parse(foundersQuery) }],
      config: { scalars: { Date: 'string', Decimal: 'string', URL: 'string' } },
      plugins: [{ operations: {} }],
      pluginMap: { operations },
    });
    const use = (field: string) => `
import type { FoundersQuery } from './codegen.ts';
export const use = (data: FoundersQuery) => data.organization?.founders.edges[0]?.relationship.since?.${field};
`;
    await writeFile(join(folder, 'codegen.ts'), code);
    await writeFile(join(folder, 'right.ts'), use('edtf.toUpperCase()'));
    await writeFile(join(folder, 'wrong.ts'), use('century'));
    expect(await compile('codegen.ts', 'right.ts')).toBe('');
    expect(await compile('wrong.ts')).toContain("'century' does not exist");
  });

  it('gql.tada infers the types of an operation from the schema', async () => {
    const introspection = minifyIntrospection(introspectionFromSchema(schema));
    const file = outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true });
    const use = (field: string) => `
import { initGraphQLTada, type ResultOf } from 'gql.tada';
import type { introspection } from './introspection.d.ts';
const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Date: string; Decimal: string; URL: string } }>();
const query = graphql(\`${foundersQuery}\`);
export const use = (data: ResultOf<typeof query>) => data.organization?.founders.edges[0]?.relationship.since?.${field};
`;
    await writeFile(join(folder, 'introspection.d.ts'), file);
    await writeFile(join(folder, 'tada.ts'), use('edtf.toUpperCase()'));
    await writeFile(join(folder, 'tada-wrong.ts'), use('century'));
    expect(await compile('introspection.d.ts', 'tada.ts')).toBe('');
    expect(await compile('tada-wrong.ts')).toContain("'century' does not exist");
  });
});
