import { readFile, writeFile } from 'node:fs/promises';

/** Files that follow from the source. Contents are imported when needed, so that one that fails names itself. */
const generated: readonly { readonly file: string; readonly content: () => Promise<string> }[] = [
  {
    file: 'data/dossier.schema.json',
    content: async () => (await import('../src/dossier/json-schema.ts')).dossierJsonSchema(),
  },
  {
    file: 'schema.graphql',
    content: async () => {
      const [{ lexicographicSortSchema, printSchema }, { schema }] = await Promise.all([
        import('graphql'),
        import('../src/schema/index.ts'),
      ]);
      return `${printSchema(lexicographicSortSchema(schema))}\n`;
    },
  },
  {
    file: 'web/src/graphql/introspection.d.ts',
    content: async () => {
      const [{ introspectionFromSchema }, { minifyIntrospection, outputIntrospectionFile }, { schema }] =
        await Promise.all([import('graphql'), import('gql.tada/internal'), import('../src/schema/index.ts')]);
      const introspection = minifyIntrospection(introspectionFromSchema(schema));
      return outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true });
    },
  },
];

const root = new URL('../', import.meta.url);

async function isStale(file: string, content: string): Promise<boolean> {
  return content !== (await readFile(new URL(file, root), 'utf8').catch(() => undefined));
}

async function generate(checkOnly: boolean): Promise<void> {
  for (const { file, content } of generated) {
    const text = await content();
    if (!(await isStale(file, text))) continue;
    if (checkOnly) {
      process.stderr.write(`${file} is not what the source says: run \`npm run generate\`\n`);
      process.exitCode = 1;
    } else {
      await writeFile(new URL(file, root), text);
      process.stdout.write(`wrote ${file}\n`);
    }
  }
}

await generate(process.argv.includes('--check'));
