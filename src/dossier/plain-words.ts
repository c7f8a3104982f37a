import type { z } from 'zod';

const names: { readonly [type: string]: string } = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys to values',
  record: 'a map of keys to values',
};

/** The message for an issue that the format leaves to zod, as someone who writes YAML would say it. */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.input, issue.expected);
    case 'too_small':
      return `is less than ${issue.minimum}: write ${issue.minimum} or more`;
    case 'too_big':
      return `is more than ${issue.maximum}: write less`;
    default:
      return undefined;
  }
}

function wrongType(value: unknown, expected: string): string {
  const mend = expected === 'string' && typeof value !== 'object' ? ': put it in quotes' : '';
  return `is ${named(value)} where ${names[expected] ?? expected} is expected${mend}`;
}

function named(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  return names[Array.isArray(value) ? 'array' : typeof value] ?? 'something else';
}
