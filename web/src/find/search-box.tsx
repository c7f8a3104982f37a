import { type FormEvent, useId, useState } from 'react';
import { navigate, useAddress } from '../app/history.ts';
import { carryOver } from '../app/params.ts';
import { addresses } from '../app/routes.ts';
import { useText } from '../i18n/language.tsx';

/** The search box. */
export function SearchBox() {
  const { find } = useText();
  const address = useAddress();
  const field = useId();
  const [typed, setTyped] = useState(address.params.get('q') ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    navigate(carryOver(addresses.search(typed), address));
  };
  return (
    <search>
      <form onSubmit={submit}>
        <label className="visually-hidden" htmlFor={field}>
          {find.label}
        </label>
        <input id={field} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </form>
    </search>
  );
}
