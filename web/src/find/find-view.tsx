import { useTitle } from '../app/use-arrival.ts';
import { Answered } from '../components/answered.tsx';
import { GraphqlLink } from '../components/graphql-link.tsx';
import { dated, named } from '../graphql/fragments.ts';
import { graphql } from '../graphql/tada.ts';
import { useAnswer } from '../graphql/use-answer.ts';
import { useLanguage } from '../i18n/language.tsx';
import './find-view.css';
import { Contents } from './contents.tsx';
import { Examples } from './examples-list.tsx';
import { RecentList } from './recent-list.tsx';
import { SearchBox } from './search-box.tsx';

const some = graphql(
  `
    fragment Some on EntityConnection {
      totalCount
      nodes {
        ...Named
      }
    }
  `,
  [named],
);

const query = graphql(
  `
    query WhatIsHere($language: Language!) {
      organizations: entities(kinds: [ORGANIZATION], first: 8) {
        ...Some
      }
      people: entities(kinds: [PERSON], first: 8) {
        ...Some
      }
      products: entities(kinds: [PRODUCT], first: 8) {
        ...Some
      }
      concepts: entities(kinds: [CONCEPT], first: 8) {
        ...Some
      }
      events {
        totalCount
      }
      openai: entity(slug: "openai") {
        slug
      }
      altman: entity(slug: "sam-altman") {
        slug
      }
      ai: entity(slug: "artificial-intelligence") {
        slug
      }
      articles(first: 1, orderBy: [{ field: PUBLISHED, direction: DESC }]) {
        totalCount
        nodes {
          slug
          title(language: $language)
          published {
            ...Dated
          }
        }
      }
    }
  `,
  [some, dated],
);

/** The view at /: the search box, what can be asked, and what there is. */
export function FindView() {
  const { language, text } = useLanguage();
  const variables = { language };
  const answer = useAnswer(query, variables);
  useTitle(undefined);
  return (
    <div className="find">
      <div className="find-hero">
        <h1>{text.find.title}</h1>
        <p className="find-lead">{text.find.lead}</p>
        <SearchBox large />
        <p className="find-hint">{text.find.hint}</p>
      </div>
      <RecentList />
      <Examples isMissing={(about) => answer.state === 'ready' && !answer.data[about]} />
      <Answered answer={answer} lines={5}>
        {(data) => <Contents {...data} />}
      </Answered>
      <GraphqlLink query={query} variables={variables} />
    </div>
  );
}
