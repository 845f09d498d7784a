import { reject, type Rejection } from '../../contract/rejections.js';
import type { Day } from '../../contract/views.js';

/** What a search is narrowed to, besides its words. */
export interface Filters {
  readonly kind?: 'akte' | 'vorgang' | 'dokument';
  readonly state?: string;
  readonly art?: string;
  /** Beginning of the Kennzeichen of a position of the Aktenplan. */
  readonly plan?: string;
  readonly since?: Day;
  readonly until?: Day;
}

interface Field {
  /** Words before the colon, German first; both languages work in both. */
  readonly names: readonly string[];
  /** What may follow, for the message. */
  readonly expected: { readonly de: string; readonly en: string };
  read(value: string): Filters | null;
}

const KINDS: Readonly<Record<string, Filters['kind']>> = {
  akte: 'akte',
  vorgang: 'vorgang',
  dokument: 'dokument',
  file: 'akte',
  case: 'vorgang',
  document: 'dokument',
};
const STATES = ['offen', 'zda', 'abgegeben', 'entwurf', 'gueltig', 'verworfen'];

const FIELDS: readonly Field[] = [
  {
    names: ['typ', 'type'],
    expected: { de: 'akte, vorgang oder dokument', en: 'file, case or document' },
    read: (value) => {
      const kind = KINDS[value.toLowerCase()];
      return kind ? { kind } : null;
    },
  },
  {
    names: ['zustand', 'state'],
    expected: { de: STATES.join(', '), en: STATES.join(', ') },
    read: (value) => {
      const state = value.toLowerCase().replace('ü', 'ue').replace(/[.\s]/g, '');
      return STATES.includes(state) ? { state: state === 'zda' ? 'zdA' : state } : null;
    },
  },
  {
    names: ['art', 'kind'],
    expected: { de: 'eine Dokumentart, etwa eingang oder vermerk', en: 'a kind of document, such as eingang' },
    read: (value) => (/^[\p{L}\d-]{1,40}$/u.test(value) ? { art: value.toLowerCase() } : null),
  },
  {
    names: ['plan'],
    expected: { de: 'der Anfang eines Kennzeichens, etwa 20.31', en: 'the beginning of a number, such as 20.31' },
    read: (value) => (/^[\p{L}\d][\p{L}\d./-]{0,39}$/u.test(value) ? { plan: value } : null),
  },
  {
    names: ['seit', 'since'],
    expected: { de: 'ein Tag, etwa 2026-01-31 oder 31.01.2026', en: 'a day, such as 2026-01-31' },
    read: (value) => dayOf(value, (since) => ({ since })),
  },
  {
    names: ['bis', 'until'],
    expected: { de: 'ein Tag, etwa 2026-12-31 oder 31.12.2026', en: 'a day, such as 2026-12-31' },
    read: (value) => dayOf(value, (until) => ({ until })),
  },
];

/**
 * Reads `name:value`. A name that is no filter is a word with a colon (`Betr.:`): `unknown`. A known name with a value
 * that it cannot have is refused, since leaving it out would show more than was asked for.
 */
export function readFilter(name: string, value: string): Filters | Rejection | 'unknown' {
  const field = FIELDS.find(({ names }) => names.includes(name.toLowerCase()));
  if (!field) return 'unknown';
  const read = field.read(value);
  if (read) return read;
  const { de, en } = field.expected;
  return reject('search.filter', { name, value: value.slice(0, 40), expected: de, expectedEn: en });
}

function dayOf(value: string, filter: (day: Day) => Filters): Filters | null {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value);
  const [, day = '', month = '', year = ''] = german ?? [];
  const text = german ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : value;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1000-01-01') return null;
  const date = new Date(`${text}T00:00:00Z`);
  // The 31st of February would silently be the 3rd of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? filter(text) : null;
}
