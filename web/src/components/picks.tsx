import './choices.css';

type Option = { readonly value: string; readonly label: string };

type PicksProps = {
  /** What is picked from. */
  readonly label: string;
  readonly options: readonly Option[];
  readonly picked: readonly string[];
  readonly toggle: (value: string) => void;
};

/** A row of buttons of which any may be pressed. */
export function Picks({ label, options, picked, toggle }: PicksProps) {
  return (
    <fieldset className="choices">
      <legend className="picks-label">{label}</legend>
      {options.map(({ value, label }) => (
        <button key={value} type="button" aria-pressed={picked.includes(value)} onClick={() => toggle(value)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
