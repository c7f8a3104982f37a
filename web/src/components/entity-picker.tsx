import { useEffect, useId, useState } from 'react';
import { useQuery } from 'urql';
import { KindMark } from '../design/kind-mark.tsx';
import { kindLabel, sortOf } from '../design/kinds.ts';
import { useCombobox } from '../find/use-combobox.ts';
import { named } from '../graphql/fragments.ts';
import { graphql } from '../graphql/tada.ts';
import { useLanguage } from '../i18n/language.tsx';
import './entity-picker.css';

const query = graphql(
  `
    query PickEntity($text: String!, $language: Language!) {
      suggest(text: $text, kinds: [PERSON, ORGANIZATION, PRODUCT, CONCEPT], first: 8) {
        matched
        node {
          id
          ...Named
        }
      }
    }
  `,
  [named],
);

type EntityPickerProps = {
  readonly label: string;
  /** What is picked already, and not offered again. */
  readonly without: readonly string[];
  readonly pick: (slug: string) => void;
  readonly disabled?: boolean;
};

type Offered = {
  readonly slug: string;
  readonly kind: string;
  readonly name: string;
  readonly matched: string;
};

/** What is offered for a text; `isFresh` unless it is still what was offered for the text before. */
function useOffers(
  typed: string,
  without: readonly string[],
): { readonly offers: readonly Offered[]; readonly isFresh: boolean } {
  const { language } = useLanguage();
  const text = typed.trim();
  const [{ data, fetching }] = useQuery({ query, variables: { text, language }, pause: text === '' });
  if (!text || !data) return { offers: [], isFresh: false };
  const offers = data.suggest.flatMap(({ node, matched }) =>
    'slug' in node && !without.includes(node.slug) ? [{ ...node, matched }] : [],
  );
  return { offers, isFresh: !fetching };
}

/** A field that names entities while one types, to pick one of them. */
export function EntityPicker({ label, without, pick, disabled }: EntityPickerProps) {
  const [typed, setTyped] = useState('');
  const { offers, isFresh } = useOffers(typed, without);
  const id = useId();
  const choose = (index: number) => {
    const offer = offers[index];
    if (!offer) return;
    setTyped('');
    box.close();
    pick(offer.slug);
  };
  const box = useCombobox(offers.length, choose, () => setTyped(''));
  const enter = useEnter(isFresh, () => choose(0));
  return (
    <div className="entity-picker">
      <label htmlFor={id}>{label}</label>
      <div className="entity-picker-field">
        <input
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          disabled={disabled}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={box.open}
          aria-controls={`${id}-list`}
          aria-activedescendant={box.active < 0 ? undefined : `${id}-${box.active}`}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            enter.takeBack();
            box.show();
          }}
          onKeyDown={(event) => {
            // The first that is offered is what Enter means, as nothing else could be.
            const isMet = box.open || (offers.length === 0 && typed.trim() !== '');
            const isFirstMeant = event.key === 'Enter' && isMet && box.active < 0;
            if (!isFirstMeant || event.nativeEvent.isComposing) box.onKeyDown(event);
            else enter.press();
          }}
          onBlur={() => {
            enter.takeBack();
            box.close();
          }}
        />
        <div className="entity-picker-offers" hidden={!box.open}>
          <div id={`${id}-list`} role="listbox" aria-label={label}>
            {box.open &&
              offers.map((offer, index) => (
                <Offer
                  key={offer.slug}
                  id={`${id}-${index}`}
                  offer={offer}
                  active={index === box.active}
                  choose={() => choose(index)}
                />
              ))}
          </div>
        </div>
      </div>
    </div>
  );
}

/** Enter means what is offered for what is typed: pressed before that is known, it waits for it. */
function useEnter(isFresh: boolean, choose: () => void) {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting || !isFresh) return;
    setWaiting(false);
    choose();
  });
  return {
    press: () => (isFresh ? choose() : setWaiting(true)),
    takeBack: () => setWaiting(false),
  };
}

type OfferProps = {
  readonly id: string;
  readonly offer: Offered;
  readonly active: boolean;
  readonly choose: () => void;
};

function Offer({ id, offer, active, choose }: OfferProps) {
  const { tag } = useLanguage();
  const { kind, name, matched } = offer;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the option it is at
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      className="entity-picker-offer"
      onMouseDown={(event) => event.preventDefault()}
      onClick={choose}
    >
      <KindMark sort={sortOf(kind)} />
      <span>
        {name}
        {matched !== name && <span className="entity-picker-matched"> {matched}</span>}
      </span>
      <span className="entity-picker-kind">{kindLabel(kind, tag)}</span>
    </div>
  );
}
