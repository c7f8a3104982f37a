import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useListParam } from '../app/list-param.ts';
import { useParam } from '../app/params.ts';
import { isDay } from '../components/day.ts';
import { type Failure, failureOf } from '../graphql/failure.ts';
import type { ResultOf } from '../graphql/tada.ts';
import { type Answer, useAnswer } from '../graphql/use-answer.ts';
import { useLanguage } from '../i18n/language.tsx';
import { valuesOf } from '../vocabulary.ts';
import {
  dayQuery,
  type EntityKind,
  type GraphVariables,
  graphQuery,
  type RelationshipType,
} from './graph-query.ts';
import type { Certainties } from './model.ts';

/** So many entities can be in the middle of a neighbourhood: the service takes no more. */
export const mostCentres = 20;

const kinds = valuesOf('entity');
const types = valuesOf('relationship');
const isKind = (kind: string): kind is EntityKind => kinds.includes(kind);
const isType = (type: string): type is RelationshipType => types.includes(type);

/** What the address asks of the graph. */
type Asked = {
  readonly of: readonly string[];
  readonly types: readonly RelationshipType[];
  readonly day: string | undefined;
  /** As it is put to the service. */
  readonly variables: GraphVariables;
};

/** What the address asks of the graph. */
export function useAsked(): Asked {
  const { language } = useLanguage();
  const [of] = useListParam('of');
  const [namedKinds] = useListParam('kinds');
  const [namedTypes] = useListParam('types');
  const [named = ''] = useParam('as-of');
  return useMemo(() => {
    const kinds = namedKinds.filter(isKind);
    const types = namedTypes.filter(isType);
    const day = isDay(named) ? named : undefined;
    const variables: GraphVariables = {
      of: of.slice(0, mostCentres),
      kinds: kinds.length > 0 ? kinds : null,
      types: types.length > 0 ? types : null,
      asOf: day ?? null,
      certainty: day ? ['CERTAIN', 'POSSIBLE', 'NO'] : null,
      language,
    };
    return { of: of.slice(0, mostCentres), types, day, variables };
  }, [of, namedKinds, namedTypes, named, language]);
}

/** The neighbourhood, whatever the day: entities and relationships do not come and go while the slider moves. */
export function useNeighborhood({ variables }: Asked): Answer<ResultOf<typeof graphQuery>> {
  const timeless = useMemo(() => ({ ...variables, asOf: null, certainty: null }), [variables]);
  return useAnswer(graphQuery, timeless);
}

/** How surely each edge held on the day. */
type Held = {
  /** Undefined where no day is asked about. What has not come, or could not, is not known: possible. */
  readonly certainties: Certainties | undefined;
  /** Whether these are of the day before, and the new ones on their way. */
  readonly isComing: boolean;
  /** What kept them from coming. */
  readonly failed?: { readonly failure: Failure; readonly retry: () => void };
};

const nothingKnown: Certainties = new Map();

/** Asks how surely each edge held on the day. */
export function useCertainties({ day, variables }: Asked): Held {
  const { of, kinds, types } = variables;
  const asked = useMemo(() => ({ of, kinds, types, asOf: day ?? '' }), [of, kinds, types, day]);
  const [{ data, error, fetching }, ask] = useQuery({ query: dayQuery, variables: asked, pause: !day });
  const certainties = useMemo(() => {
    if (!day) return undefined;
    if (!data) return nothingKnown;
    return new Map(
      data.neighborhood.edges.map(({ certainty, relationship }) => [
        relationship.id,
        certainty ?? 'POSSIBLE',
      ]),
    );
  }, [data, day]);
  const hasFailed = day !== undefined && error !== undefined && !fetching;
  return {
    certainties,
    isComing: day !== undefined && fetching,
    ...(hasFailed && {
      failed: { failure: failureOf(error), retry: () => ask({ requestPolicy: 'network-only' }) },
    }),
  };
}
