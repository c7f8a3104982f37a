import type { DescriptionFilter, ReportedBy } from '../../model/filters.ts';
import { keysOf } from '../../model/keys.ts';
import type { Description } from '../../model/things.ts';
import { aspects } from '../../model/vocabulary.ts';
import { property, type RecordOf } from '../columns.ts';
import { nullable, oneOf, text } from '../decode.ts';
import { createBag } from './filters/bag.ts';
import { descriptionConditions } from './filters/description.ts';
import { lookup } from './keyed.ts';
import { applying, type List } from './list.ts';

const descriptionRecord: RecordOf<Description> = {
  variable: 'd',
  always: ['id'],
  columns: {
    id: property('d', 'id', text),
    aspect: property('d', 'aspect', oneOf(keysOf(aspects))),
    textEn: property('d', 'textEn', nullable(text)),
    textKo: property('d', 'textKo', nullable(text)),
  },
};

/** Descriptions by id. */
export const descriptionsById = lookup(
  'Description.byId',
  'MATCH (d:Thing {id: k}) WHERE d:Description',
  descriptionRecord,
);

/** What a list of descriptions takes. */
export type DescriptionListOptions = ReportedBy & { readonly where?: DescriptionFilter | null };

/** What sources say of the parent, in the order of the dossiers. */
export function descriptionList({ where, reportedBy }: DescriptionListOptions): List<Description> {
  const bag = createBag();
  return {
    name: 'Thing.descriptions',
    match: ({ node }) => `MATCH ${node}-[:DESCRIBED_BY]->(d:Description)`,
    variables: 'd',
    where: [
      ...applying(reportedBy && `d.reported <= ${bag.add(reportedBy)}`),
      ...descriptionConditions('d', where, bag),
    ],
    order: [{ name: 'POSITION', by: 'd.positionKey' }],
    facets: { ASPECT: 'd.aspect' },
    record: descriptionRecord,
    reportedBy,
    params: bag.params,
  };
}
