import {
  type FieldNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  locatedError,
} from 'graphql';
import type { Maybe } from '../../maybe.ts';
import type { Operation } from '../../operation.ts';

/** Where a value stands in the answer: its key or index in what is around it. */
export type Path = { readonly within: Path | undefined; readonly key: string | number };

/** A request that is being executed. */
export type Request = Omit<Operation, 'node'> & {
  readonly context: unknown;
  readonly info: GraphQLResolveInfo;
  /** What has gone wrong so far, at places that may be null. */
  readonly errors: GraphQLError[];
};

/** A field of an object, ready to be given for any number of such objects. */
export type Field = {
  /** Its name in the answer. */
  readonly key: string;
  readonly give: (source: unknown, path: Path | undefined) => Maybe<unknown>;
};

/** Makes fields of what was selected of a type, by their names in the answer. */
export type FieldMaker = (
  type: GraphQLObjectType,
  selected: ReadonlyMap<string, readonly FieldNode[]>,
) => readonly Field[];

/** What takes an error at a place: throws it on, located, where that may not be null; else notes it and gives null. */
export function failing(errors: GraphQLError[], nodes: readonly FieldNode[], isNonNull: boolean) {
  return (error: unknown, path: Path | undefined, key: string | number): null => {
    const located = locatedError(error, nodes, pathFrom(path, key));
    if (isNonNull) throw located;
    errors.push(located);
    return null;
  };
}

/** The keys and indexes that lead to a place, from the root on. */
function pathFrom(within: Path | undefined, key: string | number): (string | number)[] {
  const keys = [key];
  for (let path = within; path; path = path.within) keys.push(path.key);
  return keys.reverse();
}
