import { keysOf } from '../model/keys.ts';
import { builder } from './builder.ts';

/** An enum from the table of its values with their descriptions; a value is spelt in capitals. */
export function describedEnum<V extends string>(
  name: string,
  description: string,
  values: { readonly [Value in V]: string },
) {
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(
      keysOf(values).map((value) => [value.toUpperCase(), { value, description: values[value] }]),
    ) as { [name: string]: { value: V; description: string } },
  });
}
