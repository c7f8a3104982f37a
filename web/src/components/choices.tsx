import './choices.css';

type Option = { readonly value: string; readonly label: string; readonly count?: number };

type ChoicesProps = {
  /** What is chosen among. */
  readonly label: string;
  /** What it is called to choose none. */
  readonly all: string;
  readonly options: readonly Option[];
  readonly chosen: string | undefined;
  readonly choose: (value?: string) => void;
};

/** A row of buttons of which one is pressed. */
export function Choices({ label, all, options, chosen, choose }: ChoicesProps) {
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">{label}</legend>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => choose(undefined)}>
        {all}
      </button>
      {options.map(({ value, label, count }) => (
        <button key={value} type="button" aria-pressed={chosen === value} onClick={() => choose(value)}>
          {label} {count !== undefined && <span className="numbers">{count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
