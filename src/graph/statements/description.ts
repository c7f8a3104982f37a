import { z } from 'zod';
import { keysOf } from '../../model/keys.ts';
import type { Description } from '../../model/things.ts';
import { type Aspect, aspects } from '../../model/vocabulary.ts';
import { property, select } from '../columns.ts';
import { lookup } from './keyed.ts';
import { applying, type List } from './list.ts';

const text = z.string();

const descriptionColumns = select<Description>({
  id: property('d', 'id', text),
  aspect: property('d', 'aspect', z.enum(keysOf(aspects))),
  textEn: property('d', 'textEn', text.nullable()),
  textKo: property('d', 'textKo', text.nullable()),
});

/** Descriptions by id. */
export const descriptionsById = lookup(
  'Description.byId',
  'MATCH (d:Thing {id: k}) WHERE d:Description',
  descriptionColumns,
);

/** What sources say of the thing `k`, under some aspects or all, in the order of the dossiers. */
export function descriptionList(inAspects?: readonly Aspect[]): List<Description> {
  return {
    name: 'Thing.descriptions',
    match: 'MATCH (:Thing {id: k})-[:DESCRIBED_BY]->(d:Description)',
    variables: 'd',
    where: applying(inAspects && 'd.aspect IN $aspects'),
    order: [{ by: 'd.positionKey' }],
    selection: descriptionColumns,
    params: inAspects ? { aspects: inAspects } : {},
  };
}
