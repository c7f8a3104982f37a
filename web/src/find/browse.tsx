import { useMemo } from 'react';
import { useParam } from '../app/params.ts';
import { useTitle } from '../app/use-arrival.ts';
import { Answered } from '../components/answered.tsx';
import { Choices } from '../components/choices.tsx';
import { GraphqlLink } from '../components/graphql-link.tsx';
import { More } from '../components/more.tsx';
import { Nothing } from '../components/states.tsx';
import { kindLabel } from '../design/kinds.ts';
import { named, turning } from '../graphql/fragments.ts';
import { graphql, type ResultOf, type VariablesOf } from '../graphql/tada.ts';
import { useAnswer } from '../graphql/use-answer.ts';
import { useMore } from '../graphql/use-more.ts';
import { useLanguage } from '../i18n/language.tsx';
import { valuesOf } from '../vocabulary.ts';
import { FoundList } from './found-list.tsx';

const query = graphql(
  `
    query Browse($kinds: [EntityKind!], $after: String, $language: Language!) {
      entities(kinds: $kinds, first: 50, after: $after) {
        totalCount
        edges {
          node {
            ...Named
          }
        }
        pageInfo {
          ...Turning
        }
      }
    }
  `,
  [named, turning],
);

type Variables = VariablesOf<typeof query>;
type Kind = NonNullable<Variables['kinds']>[number];
type Connection = ResultOf<typeof query>['entities'];

/** All entities by name, or those of one kind. */
export function Browse({ kind }: { readonly kind: string | undefined }) {
  const { language, tag, text } = useLanguage();
  const [, setKind] = useParam('kind');
  const variables = useMemo(
    (): Variables => ({ kinds: kind ? [kind as Kind] : undefined, language }),
    [kind, language],
  );
  const answer = useAnswer(query, variables);
  useTitle(text.find.browse);
  const options = valuesOf('entity').map((value) => ({ value, label: kindLabel(value, tag) }));
  return (
    <div className="results">
      <h1>{text.find.browse}</h1>
      <Choices
        label={text.find.byKind}
        all={text.find.allKinds}
        options={options}
        chosen={kind}
        choose={setKind}
      />
      <Answered answer={answer} lines={6}>
        {({ entities }) => <Entities entities={entities} variables={variables} />}
      </Answered>
      <GraphqlLink query={query} variables={variables} />
    </div>
  );
}

function Entities({ entities, variables }: { readonly entities: Connection; readonly variables: Variables }) {
  const { find } = useLanguage().text;
  const rows = useMore(entities, {
    query,
    variables: (after) => ({ ...variables, after }),
    pick: (data) => data.entities,
  });
  if (rows.edges.length === 0) return <Nothing>{find.nothingOfKind}</Nothing>;
  return (
    <>
      <FoundList found={rows.edges.map(({ node }) => node)} />
      <More rows={rows} total={entities.totalCount} />
    </>
  );
}
