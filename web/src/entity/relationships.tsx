import { More } from '../components/more.tsx';
import { Section } from '../components/section.tsx';
import { Nothing } from '../components/states.tsx';
import { useMore } from '../graphql/use-more.ts';
import { useLanguage } from '../i18n/language.tsx';
import { valuesOf } from '../vocabulary.ts';
import { AsOf, useAsOf } from './as-of.tsx';
import { type EntityShown, moreRelationships } from './entity-query.ts';
import type { RelationshipEdge, RelationshipType } from './relationship-fields.ts';
import { RelationshipRow } from './relationship-row.tsx';
import './relationships.css';

type Direction = 'out' | 'in';
type Group = {
  readonly type: RelationshipType;
  readonly direction: Direction;
  readonly edges: RelationshipEdge[];
};

/** The relationships of an entity by type, and how each stood on the day that the address asks about. */
export function Relationships({ entity }: { readonly entity: EntityShown }) {
  const { language, text } = useLanguage();
  const { day } = useAsOf();
  const { slug, relationships } = entity;
  const rows = useMore(relationships, {
    query: moreRelationships,
    variables: (after) => ({ slug, day, after, language }),
    pick: (data) => data.entity?.relationships,
  });
  return (
    <Section id="relationships" title={text.entity.relationships} count={relationships.totalCount}>
      <AsOf />
      <p className="page-small">{text.entity.legend}</p>
      {rows.edges.length === 0 && <Nothing>{text.entity.noRelationships}</Nothing>}
      <div className="relationship-groups">
        {grouped(rows.edges, slug).map(({ type, direction, edges }) => (
          <Section
            key={`${type} ${direction}`}
            inner
            id={`${type.toLowerCase()}-${direction}`}
            title={text.relations[type][direction]}
            count={rows.more ? undefined : edges.length}
          >
            <ul className="relationship-list">
              {edges.map((edge) => (
                <RelationshipRow
                  key={edge.node.id}
                  edge={edge}
                  day={day}
                  group={text.relations[type][direction]}
                />
              ))}
            </ul>
          </Section>
        ))}
      </div>
      <More rows={rows} total={relationships.totalCount} />
    </Section>
  );
}

/** Relationships by type and direction, in the order of the vocabulary. */
function grouped(edges: readonly RelationshipEdge[], slug: string): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const edge of edges) {
    const { type, from } = edge.node;
    // Of partners neither is first: which of them the graph stores first says nothing.
    const direction = type === 'PARTNER_OF' || from.slug === slug ? 'out' : 'in';
    const key = `${type} ${direction}`;
    const group = groups.get(key) ?? { type, direction, edges: [] };
    group.edges.push(edge);
    groups.set(key, group);
  }
  const order = valuesOf('relationship');
  return [...groups.values()].sort(
    (a, b) =>
      order.indexOf(a.type) - order.indexOf(b.type) ||
      (a.direction === b.direction ? 0 : a.direction === 'in' ? -1 : 1),
  );
}
