import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import { completeMaker } from './complete.ts';
import { type Field, type FieldMaker, failing, type Request } from './request.ts';

/** Makes the fields of one request. */
export function fieldMaker(request: Request): FieldMaker {
  const { schema, context, variables, info } = request;
  const completeOf = completeMaker(request, fieldsOf);

  function fieldsOf(type: GraphQLObjectType, selected: ReadonlyMap<string, readonly FieldNode[]>): Field[] {
    return [...selected].flatMap(([key, nodes]) => {
      const name = nodes[0]?.name.value ?? '';
      if (name === '__typename') return [{ key, give: () => type.name }];
      const field = fieldNamed(type, name);
      return field ? [fieldOf(type, field, key, nodes)] : [];
    });
  }

  function fieldNamed(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
    const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find((one) => one.name === name);
    return meta && type === schema.getQueryType() ? meta : type.getFields()[name];
  }

  function fieldOf(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    key: string,
    nodes: readonly FieldNode[],
  ): Field {
    const resolve = field.resolve ?? propertyNamed(field.name);
    const argsOf = lazily(() => getArgumentValues(field, nodes[0] as FieldNode, variables));
    const complete = completeOf(field.type, nodes, `${type.name}.${field.name}`);
    const failed = failing(request.errors, nodes, isNonNullType(field.type));
    return {
      key,
      give(source, path) {
        try {
          const found = resolve(source, argsOf(), context, info);
          const given =
            found instanceof Promise
              ? found.then((value) => complete(value, path, key))
              : complete(found, path, key);
          return given instanceof Promise ? given.catch((error) => failed(error, path, key)) : given;
        } catch (error) {
          return failed(error, path, key);
        }
      },
    };
  }

  return fieldsOf;
}

/** What has no resolver is the property of its name; a function is called. */
function propertyNamed(name: string) {
  return (source: unknown, args: object, context: unknown, info: GraphQLResolveInfo): unknown => {
    const property = (source as { readonly [name: string]: unknown } | null | undefined)?.[name];
    return typeof property === 'function' ? property.call(source, args, context, info) : property;
  };
}

/** Makes a value when it is first asked for. Where that throws, it throws each time. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
