import { Answered } from '../components/answered.tsx';
import { Nothing } from '../components/states.tsx';
import { useAnswer } from '../graphql/use-answer.ts';
import { useLanguage } from '../i18n/language.tsx';
import { EventRow } from './event-row.tsx';
import { selectedQuery } from './timeline-query.ts';

type SelectedEventsProps = { readonly slugs: readonly string[]; readonly close: () => void };

/** The events that are selected, in full. They are asked for by name: the address may select what is not drawn. */
export function SelectedEvents({ slugs, close }: SelectedEventsProps) {
  const { language, text } = useLanguage();
  const answer = useAnswer(selectedQuery, { where: { slugs: [...slugs] }, language });
  return (
    <section className="timeline-selected" aria-label={text.timeline.selected}>
      <div className="timeline-selected-head">
        <h2>{text.timeline.selected}</h2>
        <button type="button" className="choice" onClick={close}>
          {text.app.close}
        </button>
      </div>
      <Answered answer={answer} lines={2}>
        {({ events }) =>
          events.edges.length === 0 ? (
            <Nothing />
          ) : (
            events.edges.map(({ node }) => <EventRow key={node.id} event={node} />)
          )
        }
      </Answered>
    </section>
  );
}
