import { z } from 'zod';
import { dossier } from './format.ts';

/** The JSON Schema of a dossier, from the format, for editors to complete and check the YAML by. */
export function dossierJsonSchema(): string {
  // Draft 7 is the newest draft that every release of the YAML language server knows.
  const { $schema, ...schema } = z.toJSONSchema(dossier, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ $schema, title: 'Throughline dossier', ...schema }, null, 2)}\n`;
}
