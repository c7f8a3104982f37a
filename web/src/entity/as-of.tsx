import { useEffect, useId, useState } from 'react';
import { useParam } from '../app/params.ts';
import { isDay, today } from '../components/day.ts';
import { useText } from '../i18n/language.tsx';
import './as-of.css';

/** The day that the address asks about; today where it names none. */
export function useAsOf(): { readonly day: string; readonly isToday: boolean } {
  const [named = ''] = useParam('as-of');
  return isDay(named) ? { day: named, isToday: false } : { day: today(), isToday: true };
}

/** Chooses the day of which relationships are shown. */
export function AsOf() {
  const { entity } = useText();
  const [named, setNamed] = useParam('as-of');
  const { day, isToday } = useAsOf();
  const [typed, setTyped] = useState(day);
  useEffect(() => setTyped(day), [day]);
  const field = useId();
  const choose = (text: string) => {
    setTyped(text);
    // A day typed digit by digit is one step back, not ten.
    if (isDay(text)) setNamed(text, named !== undefined);
  };
  return (
    <div className="as-of">
      <label htmlFor={field}>{entity.asOf}</label>
      <input id={field} type="date" value={typed} onChange={(event) => choose(event.target.value)} />
      {isToday ? (
        <span className="as-of-today">{entity.isToday}</span>
      ) : (
        <button type="button" className="button" onClick={() => setNamed(undefined)}>
          {entity.backToToday}
        </button>
      )}
    </div>
  );
}
