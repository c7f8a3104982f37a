import { useEffect, useId, useMemo, useState } from 'react';
import { useParam } from '../app/params.ts';
import { dayLabel, isDay, today } from '../components/day.ts';
import { IconButton } from '../components/icon-button.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { dayNumber, dayOf } from '../timeline/span.ts';
import './as-of-slider.css';

type AsOfSliderProps = {
  /** The days on which something may change, in order. */
  readonly moments: readonly string[];
};

/** How long the hand rests before the service is asked, and how long each picture is looked at while playing. */
const rest = 150;
const look = 1_100;
const yearLength = 365;

/**
 * The day as of which the graph is shown: by hand, by date, or played through. It plays from change to change, as nothing
 * that sources tell of lies between.
 */
export function AsOfSlider({ moments }: AsOfSliderProps) {
  const { tag, text } = useLanguage();
  const [named = '', setNamed] = useParam('as-of');
  const asked = isDay(named) ? named : undefined;
  const [day, choose] = useDay(asked, setNamed);
  const { least, greatest } = useBounds(moments, day);
  const play = usePlay(day ?? dayOf(least), moments, choose);
  const field = useId();
  const { graph } = text;
  const before = day && moments.filter((moment) => moment < day).at(-1);
  const after = day ? moments.find((moment) => moment > day) : moments[0];
  return (
    <fieldset className="as-of-slider">
      <legend className="visually-hidden">{graph.asOf}</legend>
      <div className="as-of-row">
        <label htmlFor={field}>{graph.asOf}</label>
        <input
          id={field}
          type="date"
          value={day ?? ''}
          onChange={({ target }) => isDay(target.value) && choose(target.value, true)}
        />
        <button type="button" className="button" disabled={!day} onClick={() => choose(undefined)}>
          {graph.anyTime}
        </button>
        <div className="as-of-steps">
          <IconButton
            name={graph.changeBefore}
            path="M13 4 7 10l6 6M5 4v12"
            disabled={!before}
            act={() => choose(before, true)}
          />
          <IconButton
            name={play.playing ? graph.pause : graph.play}
            path={play.playing ? 'M7 4v12M13 4v12' : 'M6 4v12l10-6Z'}
            disabled={moments.length === 0}
            act={play.toggle}
          />
          <IconButton
            name={graph.changeAfter}
            path="m7 4 6 6-6 6M15 4v12"
            disabled={!after}
            act={() => choose(after, true)}
          />
        </div>
      </div>
      <div className="as-of-track">
        <Moments moments={moments} least={least} greatest={greatest} />
        <input
          type="range"
          aria-label={graph.slider}
          aria-valuetext={day ? dayLabel(day, tag) : graph.anyTime}
          min={least}
          max={greatest}
          value={day ? dayNumber(day) : greatest}
          data-unset={!day || undefined}
          onChange={({ target }) => choose(dayOf(Number(target.value)))}
        />
      </div>
      <p className="as-of-says" role="status">
        {day ? graph.shownAsOf(dayLabel(day, tag)) : graph.shownAnyTime}
      </p>
    </fieldset>
  );
}

type Choose = (day: string | undefined, atOnce?: boolean) => void;

/** The day where the hand is. The address, and with it the question, follows when the hand rests. */
function useDay(
  asked: string | undefined,
  setNamed: (day?: string, replace?: boolean) => void,
): [string | undefined, Choose] {
  const [hand, setHand] = useState<{ readonly day: string; readonly over: string | undefined }>();
  const moving = hand && hand.over === asked ? hand.day : undefined;
  useEffect(() => {
    if (!moving || moving === asked) return undefined;
    const timer = window.setTimeout(() => setNamed(moving, asked !== undefined), rest);
    return () => window.clearTimeout(timer);
  }, [moving, asked, setNamed]);
  const choose: Choose = (day, atOnce = false) => {
    setHand(day && !atOnce ? { day, over: asked } : undefined);
    if (atOnce || !day) setNamed(day, asked !== undefined && day !== undefined);
  };
  return [moving ?? asked, choose];
}

/** From a year before the first change until today; wider, where the day asked about is not within. */
function useBounds(
  moments: readonly string[],
  day: string | undefined,
): { readonly least: number; readonly greatest: number } {
  const first = moments[0] ?? '2000-01-01';
  const last = moments.at(-1) ?? today();
  const days = [dayNumber(first) - yearLength, dayNumber(last) + 1, dayNumber(today())];
  const all = day ? [...days, dayNumber(day)] : days;
  return { least: Math.min(...all), greatest: Math.max(...all) };
}

type Playing = { readonly playing: boolean; readonly toggle: () => void };

function usePlay(day: string, moments: readonly string[], choose: Choose): Playing {
  const [playing, setPlaying] = useState(false);
  const next = moments.find((moment) => moment > day);
  useEffect(() => {
    if (!playing) return undefined;
    if (!next) {
      setPlaying(false);
      return undefined;
    }
    const timer = window.setTimeout(() => choose(next, true), look);
    return () => window.clearTimeout(timer);
  });
  const toggle = () => {
    // At the end, playing begins anew.
    if (!playing && !next) choose(moments[0], true);
    setPlaying(!playing);
  };
  return { playing, toggle };
}

type MomentsProps = {
  readonly moments: readonly string[];
  readonly least: number;
  readonly greatest: number;
};

/** Where something may change, above the slider. */
function Moments({ moments, least, greatest }: MomentsProps) {
  const marks = useMemo(
    () => moments.map((day) => ({ day, share: ((dayNumber(day) - least) / (greatest - least)) * 100 })),
    [moments, least, greatest],
  );
  return (
    <svg className="as-of-moments" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {marks.map(({ day, share }) => (
        <line key={day} x1={share} x2={share} y1={0} y2={10} />
      ))}
    </svg>
  );
}
