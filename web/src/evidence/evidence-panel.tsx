import { useParam } from '../app/params.ts';

/** The panel that shows what a fact rests on, where the address asks for it. */
export function EvidencePanel() {
  const [of] = useParam('evidence');
  return of ? <aside aria-label={of} /> : null;
}
