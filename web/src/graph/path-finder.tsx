import { EntityPicker } from '../components/entity-picker.tsx';
import { GraphqlLink } from '../components/graphql-link.tsx';
import { PickedEntities } from '../components/picked-entities.tsx';
import { Failed, Nothing, Waiting } from '../components/states.tsx';
import { useText } from '../i18n/language.tsx';
import { pathQuery } from './graph-query.ts';
import { HopRow } from './hop-row.tsx';
import type { PathFinding } from './use-path.ts';
import './path-finder.css';

/** The way between two things, hop by hop, each with what says so. */
export function PathFinder({ finding }: { readonly finding: PathFinding }) {
  const { graph } = useText();
  const { from, to, setFrom, setTo, events, setEvents } = finding;
  return (
    <section className="graph-panel" aria-label={graph.path}>
      <h2>{graph.path}</h2>
      <div className="path-ends">
        {from ? (
          <PickedEntities slugs={[from]} remove={() => setFrom(undefined)} />
        ) : (
          <EntityPicker label={graph.pathFrom} without={to ? [to] : []} pick={setFrom} />
        )}
        {to ? (
          <PickedEntities slugs={[to]} remove={() => setTo(undefined)} />
        ) : (
          <EntityPicker label={graph.pathTo} without={from ? [from] : []} pick={setTo} />
        )}
      </div>
      <label className="path-events">
        <input type="checkbox" checked={events} onChange={({ target }) => setEvents(target.checked)} />
        {graph.throughEvents}
      </label>
      {from && to && <Paths finding={finding} />}
    </section>
  );
}

function Paths({ finding }: { readonly finding: PathFinding }) {
  const { graph } = useText();
  const { answer, place, setPlace, variables } = finding;
  if (answer.state === 'loading' || (answer.state === 'ready' && answer.stale)) return <Waiting lines={3} />;
  if (answer.state === 'failed') return <Failed failure={answer.failure} retry={answer.retry} />;
  const { paths, cut } = answer.data.paths;
  const path = paths[place] ?? paths[0];
  if (!path) return <Nothing title={graph.noPath}>{cut ? graph.pathCut : graph.noPathHint}</Nothing>;
  return (
    <>
      {paths.length > 1 && (
        <fieldset className="choices">
          <legend className="visually-hidden">{graph.paths}</legend>
          {paths.map(({ hops, length }, index) => (
            <button
              key={
                hops.map(({ to }) => to.slug).join(' ') +
                hops.map((hop) => hop.relationship?.id ?? '').join(' ')
              }
              type="button"
              aria-pressed={paths[index] === path}
              onClick={() => setPlace(index)}
            >
              {graph.pathNumber(index + 1, length)}
            </button>
          ))}
        </fieldset>
      )}
      <ol className="path-hops">
        {path.hops.map((hop) => (
          <HopRow key={`${hop.from.slug} ${hop.to.slug}`} hop={hop} />
        ))}
      </ol>
      {cut && <p className="drawing-hint">{graph.pathCut}</p>}
      <GraphqlLink query={pathQuery} variables={variables} />
    </>
  );
}
