import { useText } from '../i18n/language.tsx';
import type { EdgeState } from './model.ts';

/** How an edge stood on the day asked about, by its line and in words; nothing where no day is. */
export function Standing({ state }: { readonly state: EdgeState }) {
  const { graph } = useText();
  if (state === 'plain') return null;
  return (
    <span className={`graph-state graph-state-${state}`}>
      <svg width={24} height={8} aria-hidden="true">
        <line x1={0} x2={24} y1={4} y2={4} />
      </svg>
      {graph.states[state]}
    </span>
  );
}
