import { Link } from '../app/link.tsx';
import { addresses } from '../app/routes.ts';
import { FuzzyDate } from '../components/fuzzy-date.tsx';
import { Nothing } from '../components/states.tsx';
import { ThingLink } from '../components/thing-link.tsx';
import { useText } from '../i18n/language.tsx';

type Things = {
  readonly totalCount: number;
  readonly nodes: readonly { readonly slug: string; readonly kind: string; readonly name: string }[];
};

type ContentsProps = {
  readonly organizations: Things;
  readonly people: Things;
  readonly products: Things;
  readonly concepts: Things;
  readonly events: { readonly totalCount: number };
  readonly articles: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly slug: string;
      readonly title: string;
      readonly published: { readonly edtf: string; readonly label: string } | null;
    }[];
  };
};

const groups = {
  organizations: 'ORGANIZATION',
  people: 'PERSON',
  products: 'PRODUCT',
  concepts: 'CONCEPT',
} as const;
const groupNames = ['organizations', 'people', 'products', 'concepts'] as const;

/** What is in the graph: some of each kind, how many there are, and the newest article. */
export function Contents(props: ContentsProps) {
  const { find } = useText();
  const { articles, events } = props;
  const [newest] = articles.nodes;
  if (!newest) return <Nothing title={find.emptyGraph}>{find.emptyGraphHint}</Nothing>;
  return (
    <section className="find-part" aria-labelledby="contents">
      <h2 id="contents">{find.contents}</h2>
      <div className="find-groups">
        {groupNames
          .filter((name) => props[name].totalCount > 0)
          .map((name) => (
            <Group key={name} name={name} things={props[name]} />
          ))}
      </div>
      <p className="find-source">
        {find.counts(events.totalCount, articles.totalCount)} {find.newest}{' '}
        <Link to={addresses.article(newest.slug)}>{newest.title}</Link>
        {newest.published && (
          <>
            {' '}
            (<FuzzyDate date={newest.published} />)
          </>
        )}
      </p>
    </section>
  );
}

function Group({ name, things }: { readonly name: keyof typeof groups; readonly things: Things }) {
  const { find } = useText();
  const rest = things.totalCount - things.nodes.length;
  return (
    <div className="find-group">
      <h3>
        {find.groups[name]} <span className="section-count numbers">{things.totalCount}</span>
      </h3>
      <ul className="find-things">
        {things.nodes.map((one) => (
          <li key={one.slug}>
            <ThingLink {...one} />
          </li>
        ))}
        {rest > 0 && (
          <li>
            <Link className="find-rest" to={`/search?kind=${groups[name]}`}>
              {find.rest(rest)}
            </Link>
          </li>
        )}
      </ul>
    </div>
  );
}
