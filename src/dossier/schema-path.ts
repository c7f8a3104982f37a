import { z } from 'zod';
import type { Path } from './problem.ts';

/**
 * What the format says of the value at a path, for a value that is not there and so cannot be asked. Where a union
 * stands on the way, the first of its choices that has such a value speaks.
 */
export function describedAt(schema: z.core.$ZodType, path: Path): string | undefined {
  let found: readonly z.core.$ZodType[] = [schema];
  for (const step of path) found = found.flatMap((each) => under(each, step));
  return found.map(description).find((text) => text !== undefined);
}

function under(schema: z.core.$ZodType, step: PropertyKey): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) {
    const field: z.core.$ZodType | undefined = schema.shape[String(step)];
    return field && Object.hasOwn(schema.shape, step) ? [field] : [];
  }
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  return inside(schema).flatMap((each) => under(each, step));
}

function inside(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return [schema.unwrap()];
  return schema instanceof z.ZodPipe ? [schema.in] : [];
}

function description(schema: z.core.$ZodType): string | undefined {
  return z.globalRegistry.get(schema)?.description ?? inside(schema).map(description).find(Boolean);
}
