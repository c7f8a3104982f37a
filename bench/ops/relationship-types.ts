/** All types of relationship between entities, for a pattern: whoever writes Cypher for this graph by hand lists them. */
export const anyRelationship =
  'FOUNDED|HOLDS_POSITION|SUBSIDIARY_OF|INVESTED_IN|PARTNER_OF|ACQUIRED|OFFERS|PURSUES|SUBCLASS_OF';
