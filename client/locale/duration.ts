import { chosenLanguage } from '../live/language.js';

const LOCALE = chosenLanguage() === 'en' ? 'en-GB' : 'de-DE';

/** From the largest down; the next smaller one may stand beside it. */
const UNITS = [
  // Nobody reads "Tg."; "Std." and "Min." everybody does.
  { unit: 'day', unitDisplay: 'long', milliseconds: 86_400_000 },
  { unit: 'hour', unitDisplay: 'short', milliseconds: 3_600_000 },
  { unit: 'minute', unitDisplay: 'short', milliseconds: 60_000 },
] as const;

const writing = Object.fromEntries(
  UNITS.map(({ unit, unitDisplay }) => [unit, new Intl.NumberFormat(LOCALE, { style: 'unit', unit, unitDisplay })]),
);

/**
 * `2 Tage, 3 Std.`: a span of time in at most two units, cut off and never rounded up: nobody shall read that a day is over
 * which is not. Below one minute it is said in words.
 */
export function duration(milliseconds: number): string {
  const first = UNITS.findIndex((candidate) => milliseconds >= candidate.milliseconds);
  if (first < 0) return $localize`:@@duration.short:unter 1 Min.`;
  let rest = milliseconds;
  const parts = UNITS.slice(first, first + 2).flatMap(({ unit, milliseconds: size }) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [writing[unit]?.format(count) ?? ''] : [];
  });
  return parts.join(', ');
}
