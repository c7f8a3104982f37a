import { Link } from '../app/link.tsx';
import { addresses } from '../app/routes.ts';
import { KindMark } from '../design/kind-mark.tsx';
import { sortOf } from '../design/kinds.ts';
import './thing-link.css';

type ThingLinkProps = {
  readonly slug: string;
  /** A value of EntityKind, EventKind or SearchKind. */
  readonly kind: string;
  readonly name: string;
};

/** The address of the page of a thing. */
export function thingAddress({ slug, kind }: Pick<ThingLinkProps, 'slug' | 'kind'>): string {
  const sort = sortOf(kind);
  return sort === 'event' || sort === 'article' ? addresses[sort](slug) : addresses.entity(slug);
}

/** The name of an entity, event or article, in the colour of its sort, leading to its page. */
export function ThingLink({ slug, kind, name }: ThingLinkProps) {
  const sort = sortOf(kind);
  return (
    <Link className={`thing-link kind-${sort}`} to={thingAddress({ slug, kind })}>
      <KindMark sort={sort} />
      <span>{name}</span>
    </Link>
  );
}
