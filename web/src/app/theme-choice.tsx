import { useText } from '../i18n/language.tsx';
import { themes, useTheme } from '../theme/theme.ts';

/** Lets the reader choose light, dark or what the device says. */
export function ThemeChoice() {
  const { app } = useText();
  const [theme, choose] = useTheme();
  return (
    <label className="choice theme-choice">
      <span className="visually-hidden">{app.theme}</span>
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <circle cx="10" cy="10" r="7" />
        <path className="half" d="M10 3a7 7 0 0 1 0 14Z" />
      </svg>
      <select
        value={theme}
        onChange={(event) => choose(themes.find((one) => one === event.target.value) ?? 'system')}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {app.themes[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
