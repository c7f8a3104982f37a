import {
  type FieldNode,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { type Maybe, using } from '../../maybe.ts';
import { giveAll, giveObject } from './give.ts';
import { type Field, type FieldMaker, failing, type Path, type Request } from './request.ts';

/**
 * Makes of what a resolver gave what stands in the answer, in what is around it (`path`) under its key or index there.
 * Throws what went wrong.
 */
export type Complete = (value: unknown, path: Path | undefined, key: string | number) => Maybe<unknown>;

type MakeComplete = (type: GraphQLOutputType, nodes: readonly FieldNode[], name: string) => Complete;

/** Makes what completes the values of fields; `name` is what messages call the field. */
export function completeMaker(request: Request, fieldsOf: FieldMaker): MakeComplete {
  const { schema, fragments, variables, context, info, errors } = request;

  const completeOf: MakeComplete = (type, nodes, name) => {
    if (isNonNullType(type)) return nonNull(completeOf(type.ofType, nodes, name), name);
    if (isListType(type)) return nullable(listOf(type.ofType, nodes, name));
    if (isLeafType(type)) return nullable(leafOf(type));
    const fields = fieldsOnce(nodes);
    if (isAbstractType(type)) return nullable(abstractOf(type, fields, nodes, name));
    return nullable((value, path, key) => giveObject(fields(type), value, { within: path, key }));
  };

  function listOf(itemType: GraphQLOutputType, nodes: readonly FieldNode[], name: string): Complete {
    const complete = completeOf(itemType, nodes, name);
    const failed = failing(errors, nodes, isNonNullType(itemType));
    const giveItem = (item: unknown, path: Path, index: number): Maybe<unknown> => {
      try {
        const given = using(item, (value) => complete(value, path, index));
        return given instanceof Promise ? given.catch((error) => failed(error, path, index)) : given;
      } catch (error) {
        return failed(error, path, index);
      }
    };
    return (value, path, key) => {
      if (typeof value !== 'object' || value === null || !(Symbol.iterator in value))
        throw new GraphQLError(`Expected Iterable, but did not find one for field "${name}".`);
      const place = { within: path, key };
      return giveAll(Array.from(value as Iterable<unknown>), (item, index) => giveItem(item, place, index));
    };
  }

  /** The fields that are selected of each type that a value can be of. */
  function fieldsOnce(nodes: readonly FieldNode[]): (type: GraphQLObjectType) => readonly Field[] {
    const known = new Map<GraphQLObjectType, readonly Field[]>();
    return (type) => {
      const fields =
        known.get(type) ??
        fieldsOf(type, collectSubfields(schema, fragments, variables, type, nodes as FieldNode[]));
      known.set(type, fields);
      return fields;
    };
  }

  function abstractOf(
    type: GraphQLAbstractType,
    fields: (type: GraphQLObjectType) => readonly Field[],
    nodes: readonly FieldNode[],
    name: string,
  ): Complete {
    return (value, path, key) =>
      using(type.resolveType?.(value, context, info, type), (typeName) => {
        const found = typeName === undefined ? undefined : schema.getType(typeName);
        if (!isObjectType(found) || !schema.isSubType(type, found))
          throw new GraphQLError(`${name} gave something of no type of "${type.name}": ${typeName}.`, {
            nodes,
          });
        return giveObject(fields(found), value, { within: path, key });
      });
  }

  return completeOf;
}

/** Completes what may be null. A resolver may give an Error for what it could not give. */
function nullable(complete: Complete): Complete {
  return (value, path, key) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(value, path, key);
  };
}

function nonNull(complete: Complete, name: string): Complete {
  const check = (given: unknown) => {
    if (given === null) throw new Error(`Cannot return null for non-nullable field ${name}.`);
    return given;
  };
  return (value, path, key) => using(complete(value, path, key), check);
}

function leafOf(type: GraphQLLeafType): Complete {
  return (value) => {
    const given = type.serialize(value);
    if (given === null || given === undefined)
      throw new Error(`${type.name} could not be made of ${String(value)}.`);
    return given;
  };
}
