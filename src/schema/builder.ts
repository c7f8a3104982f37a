import SchemaBuilder from '@pothos/core';
import type { Context } from '../context.ts';

/** What the builder knows of our types: the request's context, the scalars, and that fields are never null unless said. */
type SchemaTypes = {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
    URL: { Input: string; Output: string };
  };
};

/** The builder every file of the contract adds its types to. It defines none itself. */
export const builder = new SchemaBuilder<SchemaTypes>({ defaultFieldNullability: false });

builder.queryType({ description: 'Everything that can be asked of the graph.' });
