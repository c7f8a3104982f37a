import { type GraphQLNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { eventKinds } from '../../src/model/events.ts';
import { keysOf } from '../../src/model/keys.ts';
import { entityKinds } from '../../src/model/vocabulary.ts';
import { schema } from '../../src/schema/index.ts';

type Described = { readonly name: string; readonly description?: string | null };

/** A type with everything in it that a reader of the playground meets, by path. */
function describedParts(type: GraphQLNamedType): [string, Described][] {
  const parts: [string, Described][] = [[type.name, type]];
  if (isObjectType(type) || isInterfaceType(type))
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field]);
      for (const arg of field.args) parts.push([`${type.name}.${field.name}(${arg.name})`, arg]);
    }
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields())) parts.push([`${type.name}.${field.name}`, field]);
  if (isEnumType(type))
    for (const value of type.getValues()) parts.push([`${type.name}.${value.name}`, value]);
  return parts;
}

const ours = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

describe('the contract', () => {
  it('describes every type, field, argument and enum value', () => {
    const parts = ours.flatMap(describedParts);
    expect(parts.length).toBeGreaterThan(500);
    expect(parts.filter(([, { description }]) => !description).map(([path]) => path)).toEqual([]);
  });

  it('has one type per kind behind Entity and Event', () => {
    const kinds = (name: string) => {
      const type = schema.getType(name);
      return isInterfaceType(type)
        ? schema
            .getPossibleTypes(type)
            .map((one) => one.name)
            .sort()
        : [];
    };
    expect(kinds('Entity')).toEqual(keysOf(entityKinds).toSorted());
    expect(kinds('Event')).toEqual(keysOf(eventKinds).toSorted());
  });
});
