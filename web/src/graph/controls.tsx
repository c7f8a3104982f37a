import '../components/drawing.css';
import { toggled, useListParam } from '../app/list-param.ts';
import { useParam } from '../app/params.ts';
import { EntityPicker } from '../components/entity-picker.tsx';
import { PickedEntities } from '../components/picked-entities.tsx';
import { Picks } from '../components/picks.tsx';
import { kindLabel } from '../design/kinds.ts';
import { useLanguage } from '../i18n/language.tsx';
import { labelOf, valuesOf } from '../vocabulary.ts';
import { mostCentres } from './use-graph.ts';

/** Chooses whose neighbourhood is drawn, and what of it. */
export function Controls() {
  const { tag, text } = useLanguage();
  const [of, setOf] = useListParam('of');
  const [kinds, setKinds] = useListParam('kinds');
  const [types, setTypes] = useListParam('types');
  const { graph } = text;
  const filters = [
    ...kinds.map((kind) => kindLabel(kind, tag)),
    ...types.map((type) => labelOf('relationship', type, tag)),
  ];
  return (
    <div className="graph-controls">
      <EntityPicker
        label={graph.around}
        without={of}
        pick={(slug) => setOf([...of, slug])}
        disabled={of.length >= mostCentres}
      />
      <PickedEntities slugs={of} remove={(slug) => setOf(toggled(of, slug))} />
      {of.length >= mostCentres && <p className="drawing-hint">{graph.noMoreCentres(mostCentres)}</p>}
      <details className="drawing-folded" open={filters.length > 0 || undefined}>
        <summary>
          {graph.filters}
          {filters.length > 0 && `: ${filters.join(', ')}`}
        </summary>
        <div className="graph-picks">
          <Picks
            label={graph.kinds}
            options={valuesOf('entity').map((value) => ({ value, label: kindLabel(value, tag) }))}
            picked={kinds}
            toggle={(kind) => setKinds(toggled(kinds, kind))}
          />
          <Picks
            label={graph.types}
            options={valuesOf('relationship').map((value) => ({
              value,
              label: labelOf('relationship', value, tag),
            }))}
            picked={types}
            toggle={(type) => setTypes(toggled(types, type))}
          />
        </div>
      </details>
    </div>
  );
}

/** Whether the address wants what did not hold left out, and how to say so. */
export function useHidesGone(): [boolean, (hide: boolean) => void] {
  const [gone, set] = useParam('gone');
  return [gone === 'hidden', (hide) => set(hide ? 'hidden' : undefined)];
}
