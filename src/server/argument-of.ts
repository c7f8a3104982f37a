import { type ArgumentNode, type GraphQLError, Kind, parse, visit } from 'graphql';

/**
 * The argument (or `$variable`) that an error about a value speaks of: graphql says only where the value stands.
 * Undefined where the error stands at neither.
 */
export function argumentOf({ nodes, source, positions }: GraphQLError): string | undefined {
  const variable = nodes?.find((node) => node.kind === Kind.VARIABLE_DEFINITION);
  if (variable?.kind === Kind.VARIABLE_DEFINITION) return `$${variable.variable.name.value}`;
  const [position] = positions ?? [];
  if (!source || position === undefined) return undefined;
  let innermost: ArgumentNode | undefined;
  visit(parse(source), {
    Argument(node) {
      if (node.loc && node.loc.start <= position && position < node.loc.end) innermost = node;
    },
  });
  return innermost?.name.value;
}
