import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { dossierJsonSchema } from '../../src/dossier/json-schema.ts';

type Schema = { readonly [key: string]: unknown };

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** The properties of a JSON Schema, wherever they stand, by their path. */
function propertiesOf(value: unknown, path: string): [string, Schema][] {
  if (!isSchema(value)) return [];
  const here = Object.entries(isSchema(value.properties) ? value.properties : {});
  return [
    ...here.flatMap(([name, schema]): [string, Schema][] =>
      isSchema(schema) ? [[`${path}.${name}`, schema]] : [],
    ),
    ...Object.entries(value).flatMap(([key, inner]) => propertiesOf(inner, `${path}.${key}`)),
  ];
}

test('the schema in data/ is the one that the format gives', async () => {
  const file = new URL('../../data/dossier.schema.json', import.meta.url);
  expect(await readFile(file, 'utf8')).toBe(dossierJsonSchema());
});

test('an editor is told a title, the draft, and what every key is for', () => {
  const schema: Schema = JSON.parse(dossierJsonSchema());
  expect(schema).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Throughline dossier',
    description: 'A dossier: an article and everything it says.',
    additionalProperties: false,
  });
  const definitions = schema.definitions as { readonly [name: string]: Schema };
  const described = ({ description, $ref }: Schema) =>
    description ?? definitions[String($ref).replace('#/definitions/', '')]?.description;
  const properties = propertiesOf(schema, '');
  expect(properties.length).toBeGreaterThan(100);
  expect(properties.filter(([, property]) => !described(property)).map(([path]) => path)).toEqual([]);
});
