import type { Aufbewahrung, Aussonderungsart, EinheitState, ImportFinding } from '../../contract/aktenplan-views.js';
import { reject, type RejectionCode, type Sentence } from '../../contract/rejections.js';

/** One position as a file says it. */
export interface PlanRow {
  readonly line: number;
  readonly kennzeichen: string;
  readonly titel: string;
  /** Kennzeichen of the position above; null for an uppermost one. */
  readonly parent: string | null;
  readonly aufbewahrung: Aufbewahrung;
  readonly aussonderungsart: Aussonderungsart | null;
  readonly state: EinheitState;
}

/** A file with an Aktenplan, read as far as it can be read. */
export interface PlanFile {
  readonly format: 'csv' | 'xdomea';
  readonly rows: readonly PlanRow[];
  readonly findings: readonly ImportFinding[];
}

export const MOST_POSITIONS = 50_000;

const LONGEST = 60;

/**
 * One thing about a line, in the words of the catalogue of refusals. Long values are cut: they stand in a list.
 * @param why a sentence in both languages for the place `{why}`
 */
export function importFinding(
  code: RejectionCode,
  line: number | null,
  field: string | null,
  values: Readonly<Record<string, string | number>> = {},
  severity: ImportFinding['severity'] = 'error',
  why: Sentence = { de: '', en: '' },
): ImportFinding {
  const cut = (value: string | number) =>
    typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  const short = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cut(value)]));
  const { message, remedy } = reject(code, { line: line ?? '–', field: field ?? '–', ...short });
  const told = { de: message.de.replace('{why}', why.de), en: message.en.replace('{why}', why.en) };
  return { severity, line, field, code, message: told, remedy };
}
