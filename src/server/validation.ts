import { GraphQLError, NoSchemaIntrospectionCustomRule, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** What strangers may learn of the schema: all of it by introspection, and what they may have meant by a wrong name. */
export type SchemaTelling = { readonly introspection: boolean; readonly suggestions: boolean };

/** Refuses operations of a type that the schema has none of: graphql-js has no rule for them, and fails on them later. */
const knownOperationTypes: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    context.reportError(new GraphQLError(`The schema has no ${node.operation}s.`, { nodes: node }));
  },
});

const suggestion = / Did you mean .+\?$/;

/** Validates documents by rules that graphql-js does not have of itself, and keeps to what may be told of the schema. */
export function useValidation({ introspection, suggestions }: SchemaTelling): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(knownOperationTypes);
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
    },
    onResultProcess({ result, setResult }) {
      // Values of variables are found wrong only when an operation is about to be executed.
      if (suggestions || !('errors' in result) || !result.errors) return;
      setResult({ ...result, errors: result.errors.map(withoutSuggestion) });
    },
  };
}

function withoutSuggestion(error: GraphQLError): GraphQLError {
  if (!suggestion.test(error.message)) return error;
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(error.message.replace(suggestion, ''), {
    nodes,
    source,
    positions,
    path,
    extensions,
  });
}
