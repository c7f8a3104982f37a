import { useParam } from '../app/params.ts';
import { useText } from '../i18n/language.tsx';
import './choices.css';

/** Whether the address asks for the table instead of the drawing. */
export function useShowsTable(): boolean {
  return useParam('show')[0] === 'table';
}

/** Lets the reader have a drawing as a table. */
export function ShowAs() {
  const { drawing } = useText();
  const [, set] = useParam('show');
  const table = useShowsTable();
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">{drawing.showAs}</legend>
      <button type="button" aria-pressed={!table} onClick={() => set(undefined)}>
        {drawing.asDrawing}
      </button>
      <button type="button" aria-pressed={table} onClick={() => set('table')}>
        {drawing.asTable}
      </button>
    </fieldset>
  );
}
