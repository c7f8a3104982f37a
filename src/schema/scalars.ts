import { BadUserInput } from '../errors.ts';
import { builder } from './builder.ts';

function textOf(scalar: string, value: unknown): string {
  if (typeof value !== 'string') throw new BadUserInput(scalar, `must be text, not ${JSON.stringify(value)}`);
  return value;
}

/** A calendar day. Days that do not exist are refused, not moved. */
builder.scalarType('Date', {
  description: 'A calendar day, as `2019-07-24`.',
  serialize: (value) => value,
  parseValue: (value) => {
    const day = textOf('Date', value);
    const exists =
      /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;
    if (!exists) throw new BadUserInput('Date', `"${day}" is not a day; write it as 2019-07-24`);
    return day;
  },
});

/** A moment, which the service tells and never takes. */
builder.scalarType('DateTime', {
  description: 'A moment in UTC, as `2019-07-24T09:30:00.000Z`.',
  serialize: (value) => value,
});

/** Decimals travel as text: JSON numbers lose digits beyond the fifteenth. */
builder.scalarType('Decimal', {
  description: 'A decimal number as text, such as `"1180000000000"`: no digit is ever lost.',
  serialize: (value) => value,
  parseValue: (value) => {
    const digits = textOf('Decimal', value);
    if (!/^-?\d+(\.\d+)?$/.test(digits))
      throw new BadUserInput('Decimal', `"${digits}" is not a decimal number`);
    return digits;
  },
});

builder.scalarType('URL', {
  description: 'An address on the web.',
  serialize: (value) => value,
  parseValue: (value) => textOf('URL', value),
});
