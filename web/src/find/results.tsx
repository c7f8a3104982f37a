import { useMemo } from 'react';
import { useParam } from '../app/params.ts';
import { useTitle } from '../app/use-arrival.ts';
import { Answered } from '../components/answered.tsx';
import { Choices } from '../components/choices.tsx';
import { GraphqlLink } from '../components/graphql-link.tsx';
import { More } from '../components/more.tsx';
import { Nothing } from '../components/states.tsx';
import { kindLabel } from '../design/kinds.ts';
import { turning } from '../graphql/fragments.ts';
import { graphql, type ResultOf, type VariablesOf } from '../graphql/tada.ts';
import { useAnswer } from '../graphql/use-answer.ts';
import { useMore } from '../graphql/use-more.ts';
import { useLanguage } from '../i18n/language.tsx';
import { foundFields, foundOf } from './found.ts';
import { FoundList } from './found-list.tsx';

const query = graphql(
  `
    query Search($text: String!, $kinds: [SearchKind!], $after: String, $language: Language!) {
      search(text: $text, kinds: $kinds, first: 20, after: $after) {
        totalCount
        complete
        kinds {
          value
          count
        }
        edges {
          how
          matched
          node {
            ...Found
          }
        }
        pageInfo {
          ...Turning
        }
      }
    }
  `,
  [foundFields, turning],
);

type Variables = VariablesOf<typeof query>;
type Kind = NonNullable<Variables['kinds']>[number];
type Connection = ResultOf<typeof query>['search'];

/** What a text finds, with how many things of each kind. */
export function Results({ asked }: { readonly asked: string }) {
  const { language, text } = useLanguage();
  const [kind, setKind] = useParam('kind');
  const variables = useMemo(
    // A kind that the service does not know is its to refuse, and it says so.
    (): Variables => ({ text: asked, kinds: kind ? [kind as Kind] : undefined, language }),
    [asked, kind, language],
  );
  const answer = useAnswer(query, variables);
  const title = text.find.resultsFor(asked);
  useTitle(title);
  return (
    <div className="results">
      <h1>{title}</h1>
      <Answered answer={answer} lines={6}>
        {({ search }) => (
          <>
            <Kinds search={search} kind={kind} setKind={setKind} />
            <Found search={search} variables={variables} />
          </>
        )}
      </Answered>
      <GraphqlLink query={query} variables={variables} />
    </div>
  );
}

type KindsProps = {
  readonly search: Connection;
  readonly kind: string | undefined;
  readonly setKind: (kind?: string) => void;
};

function Kinds({ search, kind, setKind }: KindsProps) {
  const { tag, text } = useLanguage();
  const options = search.kinds.map(({ value, count }) => ({
    value,
    count,
    label: value === 'ARTICLE' ? text.find.article : kindLabel(value, tag),
  }));
  // With a single kind there is nothing to choose; one chosen can always be given up.
  if (options.length < 2 && !kind) return null;
  return (
    <Choices
      label={text.find.byKind}
      all={text.find.allKinds}
      options={options}
      chosen={kind}
      choose={setKind}
    />
  );
}

function Found({ search, variables }: { readonly search: Connection; readonly variables: Variables }) {
  const { find } = useLanguage().text;
  const rows = useMore(search, {
    query,
    variables: (after) => ({ ...variables, after }),
    pick: (data) => data.search,
  });
  if (rows.edges.length === 0) return <Nothing title={find.nothingFound}>{find.nothingFoundHint}</Nothing>;
  return (
    <>
      <p className="results-count" role="status">
        {find.foundCount(search.totalCount)} {!search.complete && find.incomplete}
      </p>
      <FoundList found={rows.edges.flatMap(foundOf)} />
      <More rows={rows} total={search.totalCount} />
    </>
  );
}
