import { useState } from 'react';
import { Answered } from '../components/answered.tsx';
import { ShowMore } from '../components/show-more.tsx';
import { Nothing } from '../components/states.tsx';
import { useAnswer } from '../graphql/use-answer.ts';
import { useLanguage, useText } from '../i18n/language.tsx';
import { EventRow } from './event-row.tsx';
import { selectedQuery } from './timeline-query.ts';

type SelectedEventsProps = {
  readonly slugs: readonly string[];
  /** How many were selected: more than there are slugs where the address had no room for all. */
  readonly count: number;
  readonly close: () => void;
};

/** So many are asked for at once: the service looks for a hundred names at most. */
const step = 50;

/** The events that are selected, in full. They are asked for by name: the address may select what is not drawn. */
export function SelectedEvents({ slugs, count, close }: SelectedEventsProps) {
  const { app, timeline } = useText();
  const [turned, setTurned] = useState({ slugs, shown: step });
  // Of another selection the first are shown again.
  const shown = turned.slugs === slugs ? turned.shown : step;
  const pages = Array.from({ length: Math.ceil(Math.min(shown, slugs.length) / step) }, (_, page) =>
    slugs.slice(page * step, (page + 1) * step),
  );
  return (
    <section className="timeline-selected" aria-label={timeline.selected}>
      <div className="timeline-selected-head">
        <h2>{timeline.selected}</h2>
        <button type="button" className="choice" onClick={close}>
          {app.close}
        </button>
      </div>
      {count > slugs.length && <p className="drawing-hint">{timeline.selectedCut(slugs.length, count)}</p>}
      {pages.map((page, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pages keep their places; what is selected may change
        <SelectedPage key={place} slugs={page} />
      ))}
      {slugs.length > shown && (
        <ShowMore shown={shown} all={slugs.length} more={() => setTurned({ slugs, shown: shown + step })} />
      )}
    </section>
  );
}

function SelectedPage({ slugs }: { readonly slugs: readonly string[] }) {
  const { language } = useLanguage();
  const answer = useAnswer(selectedQuery, { where: { slugs: [...slugs] }, language });
  return (
    <Answered answer={answer} lines={2}>
      {({ events }) =>
        events.edges.length === 0 ? (
          <Nothing />
        ) : (
          events.edges.map(({ node }) => <EventRow key={node.id} event={node} />)
        )
      }
    </Answered>
  );
}
