import { MERGE_FORMATS, MERGE_PLACES, TYPED_PLACE } from '../contract/merge-places.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { germanAmount, longGermanDay } from '../rechnung/format-german.js';
import { germanDay } from '../contract/german-day.js';

/** What the record says, by the name of the place; null where it says nothing. */
export type MergeFacts = Readonly<Record<string, string | null>>;

/** One place of a template and what will stand there. */
export interface MergedPlace {
  /** As it stands between the braces. */
  readonly place: string;
  readonly name: string;
  /** As it will be printed; null where it is missing or cannot be written like that. */
  readonly value: string | null;
  readonly from: 'record' | 'typed';
  readonly fault: Rejection | null;
}

const NAME = /^[\p{L}][\p{L}\p{N}]*(?:\.[\p{L}\p{N}_]+)+$/u;

/** Everything that stands against these places in a template: misspelt names, formats that do not exist or do not fit. */
export function placeFaults(places: readonly string[], broken: readonly string[]): Rejection[] {
  const faults = places.flatMap((place) => {
    const { name, format } = partsOf(place);
    const known = Object.hasOwn(MERGE_PLACES, name) || (name.startsWith(TYPED_PLACE) && NAME.test(name));
    if (!known) return [reject('vorlage.placeUnknown', { place, known: Object.keys(MERGE_PLACES).join(', ') })];
    const fits = format === null || formatsOf(name).includes(format);
    return fits ? [] : [reject('vorlage.placeFormat', { place, formats: formatsOf(name).join(', ') || '–' })];
  });
  return [...faults, ...broken.map((found) => reject('vorlage.placeBroken', { found }))];
}

/**
 * What will stand at each place. What the record knows cannot be typed over: whoever wants it otherwise corrects the
 * record.
 */
export function mergePlaces(
  places: readonly string[],
  facts: MergeFacts,
  typed: Readonly<Record<string, string>>,
): MergedPlace[] {
  return places.map((place) => {
    const { name, format } = partsOf(place);
    const known = facts[name]?.trim() ? (facts[name] ?? null) : null;
    const raw = known ?? (Object.hasOwn(typed, name) ? (typed[name] ?? null) : null);
    const from = known === null ? 'typed' : 'record';
    if (raw === null || raw.trim() === '') {
      return { place, name, value: null, from, fault: reject('vorlage.valueMissing', { place }) };
    }
    const value = written(raw, format ?? (MERGE_PLACES[name]?.kind === 'day' ? 'tag' : null));
    const fault = value === null ? reject('vorlage.valueWrong', { place, found: raw, ...exampleOf(format) }) : null;
    return { place, name, value, from, fault };
  });
}

/** The values by place, or one refusal with everything that is missing, wrong, or was typed for nothing. */
export function mergedValues(
  merged: readonly MergedPlace[],
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | Rejection {
  const asked = new Set(merged.filter(({ from }) => from === 'typed').map(({ name }) => name));
  const idle = Object.keys(typed).filter((name) => !asked.has(name));
  const faults = [
    ...merged.flatMap(({ fault }) => fault ?? []),
    ...idle.map((name) => reject('vorlage.valueNotAsked', { place: name })),
  ];
  if (faults.length > 0) return reject('vorlage.valuesMissing', { count: faults.length }, faults);
  return Object.fromEntries(merged.map(({ place, value }) => [place, value ?? '']));
}

/** Fills a line of text, such as a Betreff, by the same rules. */
export function fillLine(line: string, facts: MergeFacts, typed: Readonly<Record<string, string>>): string | Rejection {
  const places = placesOfLine(line);
  const values = mergedValues(mergePlaces(places, facts, typedFor(places, typed)), {});
  if (isRejection(values)) return values;
  return line.replace(LINE_PLACE, (_whole, place: string) => values[place.trim()] ?? '').replace(/\s+/g, ' ');
}

/** Of what was typed, what these places ask for. */
export function typedFor(
  places: readonly string[],
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const names = namesOf(places);
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)));
}

/** The names in these places, without how their values are written. */
export function namesOf(places: readonly string[]): ReadonlySet<string> {
  return new Set(places.map((place) => partsOf(place).name));
}

const LINE_PLACE = /\{\{([^{}]{0,200})\}\}/g;

/** The places of a line of text, each once. */
export function placesOfLine(line: string): string[] {
  return [...new Set([...line.matchAll(LINE_PLACE)].map(([, place = '']) => place.trim()))];
}

/** Pieces of a line with a brace pair that has no counterpart. */
export function brokenInLine(line: string): string[] {
  const left = line.replace(LINE_PLACE, '');
  return /\{\{|\}\}/.test(left) ? [left] : [];
}

function partsOf(place: string): { name: string; format: string | null } {
  const [name = '', format = null, ...more] = place.split('|').map((part) => part.trim());
  return { name, format: more.length > 0 ? '' : format };
}

function formatsOf(name: string): readonly string[] {
  if (name.startsWith(TYPED_PLACE)) return Object.keys(MERGE_FORMATS);
  return MERGE_PLACES[name]?.kind === 'day' ? ['tag', 'datum'] : [];
}

function exampleOf(format: string | null): { de: string; en: string } {
  return MERGE_FORMATS[format ?? ''] ?? { de: '', en: '' };
}

function written(raw: string, format: string | null): string | null {
  switch (format) {
    case null:
      return raw;
    case 'tag':
    case 'datum': {
      const day = dayOf(raw);
      if (day === null) return null;
      return format === 'tag' ? germanDay(day) : longGermanDay(day);
    }
    case 'euro': {
      const cent = centOf(raw);
      return cent === null ? null : germanAmount(cent);
    }
    default:
      return null;
  }
}

/** `24.11.2026` or `2026-11-24`; null for what the calendar does not have. */
function dayOf(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim()) ?? [];
  const iso = year ? `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}` : text.trim();
  if (!/^(1[5-9]|20|21)\d{2}-\d{2}-\d{2}$/.test(iso)) return null;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** `1.234,50`, `1234,5` or `1234`, with or without €, as whole cents: a float never touches money. */
function centOf(text: string): number | null {
  const [, sign, whole, part = ''] =
    /^(-|−)?(\d{1,3}(?:\.\d{3}){0,3}|\d{1,12})(?:,(\d{1,2}))?$/.exec(
      text.replace(/[\s\u00a0]*(€|EUR|Euro)?[\s\u00a0]*$/i, '').trim(),
    ) ?? [];
  if (whole === undefined) return null;
  const cent = Number(whole.replaceAll('.', '')) * 100 + Number(part.padEnd(2, '0'));
  return sign ? -cent : cent;
}
