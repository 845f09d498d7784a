import { germanAmount, longGermanDay } from '../rechnung/format-german.js';
import type { JobAnswer, Variables } from '../workflow/process-engine.js';

/** What a text still needs: the places that no value was found for, as they stand in the text. */
export interface MissingValues {
  readonly kind: 'missing';
  readonly names: readonly string[];
}

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * Puts variables into the places of a text: `{{ rechnung.kreditor }}`, `{{ rechnung.betragCent | euro }}` (whole cents),
 * `{{ rechnung.datum | tag }}` (a calendar day). A place without a value is told by its name: an authority never sends
 * a letter with an empty place.
 *
 * @param text may hold any number of places; everything outside them stays as it is
 * @returns the filled text, or every missing name, each once
 */
export function fillText(text: string, variables: Variables): string | MissingValues {
  const missing = new Set<string>();
  const filled = text.replace(PLACE, (_whole, place: string) => {
    const value = valueOf(place, variables);
    if (value === null) missing.add(place);
    return value ?? '';
  });
  return missing.size === 0 ? filled : { kind: 'missing', names: [...missing] };
}

/** The same for several texts at once, so that whoever repairs it sees everything that is missing. */
export function fillTexts<Name extends string>(
  texts: Readonly<Record<Name, string>>,
  variables: Variables,
): Readonly<Record<Name, string>> | MissingValues {
  const filled = Object.entries<string>(texts).map(([name, text]) => [name, fillText(text, variables)] as const);
  const names = filled.flatMap(([, value]) => (typeof value === 'string' ? [] : value.names));
  if (names.length > 0) return { kind: 'missing', names: [...new Set(names)] };
  return Object.fromEntries(filled) as Record<Name, string>;
}

export function isMissing(value: unknown): value is MissingValues {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'missing';
}

/** The BPMN error of a text that cannot be filled; a model may catch it and let a person add what is missing. */
export function missingValuesError({ names }: MissingValues): JobAnswer {
  return {
    bpmnError: {
      code: 'vorlage.angabeFehlt',
      message: `The text needs ${names.join(', ')}`,
      variables: { fehlendeAngaben: names },
    },
  };
}

function valueOf(place: string, variables: Variables): string | null {
  const [path = '', format, ...more] = place.split('|').map((part) => part.trim());
  if (more.length > 0) return null;
  let value: unknown = variables;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = (value as Variables)[name];
  }
  return formatted(value, format);
}

function formatted(value: unknown, format: string | undefined): string | null {
  switch (format) {
    case 'euro':
      return Number.isSafeInteger(value) ? germanAmount(value as number) : null;
    case 'tag':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? longGermanDay(value) : null;
    case undefined:
      return plain(value);
    default:
      return null;
  }
}

function plain(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (!Array.isArray(value) || value.length === 0) return null;
  const entries = value.map(plain);
  return entries.includes(null) ? null : entries.join(', ');
}
