import { useTitle } from '../app/use-arrival.ts';
import { Answered } from '../components/answered.tsx';
import { GraphqlLink } from '../components/graphql-link.tsx';
import { NoSuchPage } from '../components/states.tsx';
import { Evidence } from '../evidence/evidence.tsx';
import { graphql } from '../graphql/tada.ts';
import { useAnswer } from '../graphql/use-answer.ts';
import { useLanguage } from '../i18n/language.tsx';

const query = graphql(`
  query EntityPage($slug: String!, $language: Language!) {
    entity(slug: $slug) {
      id
      kind
      name(language: $language)
    }
  }
`);

/** The view at /entity/…: all that is known of one entity. */
export function EntityView({ slug }: { readonly slug: string }) {
  const { language } = useLanguage();
  const variables = { slug, language };
  const answer = useAnswer(query, variables);
  const entity = answer.state === 'ready' ? answer.data.entity : undefined;
  useTitle(entity?.name);
  return (
    <Answered answer={answer} lines={8}>
      {({ entity }) =>
        entity ? (
          <>
            <h1>{entity.name}</h1>
            <Evidence of={entity.id} about={entity.name} />
            <GraphqlLink query={query} variables={variables} />
          </>
        ) : (
          <NoSuchPage />
        )
      }
    </Answered>
  );
}
