import type { Sentence } from '../contract/rejections.js';

const TEXTS = {
  changed: {
    de: 'Zeile {row} ist verändert: Ihr Inhalt passt nicht zu ihrem Hash.',
    en: 'Row {row} was changed: its content does not match its hash.',
  },
  payload: {
    de: 'Der Inhalt zu Zeile {row} ist verändert: Er passt nicht zu der Zusage in der Kette.',
    en: 'The content of row {row} was changed: it does not match the commitment in the chain.',
  },
  missing: {
    de: 'Zeile {row} fehlt: Nach ihr steht als nächste Zeile {found}.',
    en: 'Row {row} is missing: the next row found is {found}.',
  },
  repeated: {
    de: 'Zeile {row} steht an der falschen Stelle oder doppelt. Erwartet: Zeile {expected}.',
    en: 'Row {row} stands in the wrong place or twice. Expected: row {expected}.',
  },
  unlinked: {
    de: 'Zeile {row} schließt nicht an Zeile {before} an: Davor wurde eingefügt, vertauscht oder neu berechnet.',
    en: 'Row {row} does not follow row {before}: rows before it were inserted, swapped or computed anew.',
  },
  foreign: {
    de: 'Zeile {row} gehört zu einem anderen Mandanten ({found}).',
    en: 'Row {row} belongs to another tenant ({found}).',
  },
  cutOff: {
    de: 'Ab Zeile {row} fehlt das Ende: Am {at} gab es noch {size} Zeilen.',
    en: 'The tail from row {row} on is missing: at {at} there were still {size} rows.',
  },
  recomputed: {
    de: 'Von Zeile {row} bis {size} wurde die Kette neu berechnet: Am {at} standen dort andere Zeilen.',
    en: 'From row {row} to {size} the chain was computed anew: at {at} other rows stood there.',
  },
  unreadable: {
    de: 'Zeile {row} der Datei ist kein Protokolleintrag: {reason}.',
    en: 'Line {row} of the file is no audit row: {reason}.',
  },
} satisfies Record<string, Sentence>;

export type ProtokollBreakKind = keyof typeof TEXTS;

/** The first row that cannot be trusted, and why. Everything before it is proved, nothing from it on. */
export interface ProtokollBreak extends Sentence {
  readonly kind: ProtokollBreakKind;
  /** Number of the row, from 1. For `recomputed` the first row that the last agreeing checkpoint does not vouch for. */
  readonly row: number;
}

/** Builds a break from the catalogue; `values` fill the `{name}` places besides `{row}`. */
export function protokollBreak(
  kind: ProtokollBreakKind,
  row: number,
  values: Readonly<Record<string, string | number>> = {},
): ProtokollBreak {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => String(name === 'row' ? row : (values[name] ?? place)));
  return { kind, row, de: fill(TEXTS[kind].de), en: fill(TEXTS[kind].en) };
}
