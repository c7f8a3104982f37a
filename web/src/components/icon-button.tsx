import './icon-button.css';

type IconButtonProps = {
  readonly name: string;
  /** The icon as a path in a box of 20 by 20. */
  readonly path: string;
  readonly act: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
};

/** A button that has an icon instead of words; the words are said aloud and shown when it is pointed at. */
export function IconButton({ name, path, act, disabled, pressed }: IconButtonProps) {
  return (
    <button
      type="button"
      className="button icon-button"
      aria-label={name}
      aria-pressed={pressed}
      title={name}
      disabled={disabled}
      onClick={act}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d={path} />
      </svg>
    </button>
  );
}
