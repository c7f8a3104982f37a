import type { Check } from './check.ts';

/** A legal form of something that is not an organization. */
export const legalFormsAreOfOrganizations: Check = ({ entities = [] }, at) => {
  return entities.flatMap((entity, i) => {
    const { kind, legalForm } = entity ?? {};
    if (kind === undefined || kind === 'Organization' || legalForm === undefined) return [];
    return [
      at(['entities', i, 'legalForm'], `is for organizations, and this is of kind ${kind}: leave it out`),
    ];
  });
};
