import { useTitle } from '../app/use-arrival.ts';
import { Answered } from '../components/answered.tsx';
import { GraphqlLink } from '../components/graphql-link.tsx';
import { Failed, Nothing } from '../components/states.tsx';
import { ViewHead } from '../components/view-head.tsx';
import { useText } from '../i18n/language.tsx';
import { Controls } from './controls.tsx';
import { graphQuery } from './graph-query.ts';
import { Neighborhood } from './neighborhood.tsx';
import { PathFinder } from './path-finder.tsx';
import { useAsked, useCertainties, useNeighborhood } from './use-graph.ts';
import { usePath } from './use-path.ts';
import './graph.css';

/** The view at /graph. */
export function GraphView() {
  const { app, graph } = useText();
  useTitle(app.graph);
  const asked = useAsked();
  const finding = usePath(asked.variables);
  // A path is a beginning, too: its ends are what is drawn where nothing else is named.
  const ends = [finding.from, finding.to].filter((slug) => slug !== undefined);
  const centres = asked.of.length > 0 ? asked.of : ends;
  return (
    <div className="graph-view">
      <ViewHead title={app.graph} lead={graph.lead} />
      <Controls />
      {centres.length > 0 ? (
        <Around asked={asked} centres={centres} finding={finding} />
      ) : (
        <div className="graph-empty">
          <Nothing title={graph.nothingYet}>{graph.nothingYetHint}</Nothing>
          <PathFinder finding={finding} />
        </div>
      )}
    </div>
  );
}

type AroundProps = {
  readonly asked: ReturnType<typeof useAsked>;
  readonly centres: readonly string[];
  readonly finding: ReturnType<typeof usePath>;
};

function Around({ asked, centres, finding }: AroundProps) {
  const around = { ...asked, variables: { ...asked.variables, of: [...centres] } };
  const answer = useNeighborhood(around);
  const { certainties, isComing, failed } = useCertainties(around);
  return (
    <>
      <Answered answer={answer} lines={10}>
        {({ neighborhood }) => (
          <div className="answered" aria-busy={isComing}>
            {failed && <Failed {...failed} />}
            <Neighborhood
              answer={neighborhood}
              certainties={certainties}
              centres={centres}
              day={asked.day}
              finding={finding}
            />
          </div>
        )}
      </Answered>
      <GraphqlLink query={graphQuery} variables={around.variables} />
    </>
  );
}
