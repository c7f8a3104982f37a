import { isAbstractType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../src/schema/index.ts';

it('says of every interface and union what something is, and asks no type: the executor counts on it', () => {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const untold = types.filter((type) => isAbstractType(type) && !type.resolveType);
  const asked = types.filter((type) => isObjectType(type) && type.isTypeOf);
  expect(types.filter(isAbstractType).length).toBeGreaterThan(3);
  expect([untold, asked]).toEqual([[], []]);
});
