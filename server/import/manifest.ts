import type { Day } from '../contract/views.js';
import { fault, type Fault } from './fault.js';
import { parseCsv, type CsvRecord } from './parse-csv.js';

export type ImportedArt = (typeof ARTEN)[number];

const ARTEN = ['eingang', 'ausgang', 'vermerk', 'anlage'] as const;

/** One Dokument as a line of the manifest describes it. */
export interface ManifestLine {
  readonly line: number;
  readonly akte: string;
  readonly position: string;
  readonly akteBetreff: string;
  readonly vorgang: string;
  readonly vorgangBetreff: string;
  readonly betreff: string;
  readonly art: ImportedArt;
  readonly date: Day | null;
  readonly file: string;
  readonly sha256: string | null;
}

export interface Manifest {
  /** Lines without a fault, in the order of the file. */
  readonly lines: readonly ManifestLine[];
  readonly faults: readonly Fault[];
  /** How many lines there are, with and without faults. */
  readonly count: number;
}

const REQUIRED = [
  'akte',
  'aktenplan',
  'akte_betreff',
  'vorgang',
  'vorgang_betreff',
  'dokument_betreff',
  'datei',
] as const;
const OPTIONAL = ['dokument_art', 'dokument_datum', 'sha256'] as const;
/** The columns of a manifest, in the order in which we write them. */
export const COLUMNS = [...REQUIRED, ...OPTIONAL] as const;
export type Column = (typeof COLUMNS)[number];

const LONGEST = 500;
// Line breaks are allowed nowhere here; C0 and C1 controls, zero-width characters, direction marks, byte order mark.
const STRANGE = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/u;

/**
 * Judges a manifest without looking at anything else. Every fault is named, none hides another.
 *
 * @param today later days are refused
 */
export function readManifest(text: string, today: Day): Manifest {
  const table = parseCsv(text.replace(/^\ufeff/, ''));
  if ('brokenLine' in table) {
    const reason = 'Anführungszeichen / quotes';
    return { lines: [], count: 0, faults: [fault(table.brokenLine, '', 'import.unreadable', { reason })] };
  }
  const [head, ...records] = table.records;
  const columns = (head?.values ?? []).map((name) => name.trim().toLowerCase());
  const faults = columnFaults(columns);
  if (faults.length > 0) return { lines: [], count: records.length, faults };
  return judgeRecords(columns as Column[], records, today);
}

/** Judges lines whose columns are known, wherever they come from. */
export function judgeRecords(columns: readonly Column[], records: readonly CsvRecord[], today: Day): Manifest {
  const faults: Fault[] = [];
  const first = new Map<string, ManifestLine>();
  const lines: ManifestLine[] = [];
  for (const record of records) {
    const found = readLine(columns, record, today);
    const contradictions = found.line ? contradictionsOf(found.line, first) : [];
    faults.push(...found.faults, ...contradictions);
    if (found.line && contradictions.length === 0) lines.push(found.line);
  }
  return { lines, faults, count: records.length };
}

function columnFaults(columns: readonly string[]): Fault[] {
  const known: readonly string[] = COLUMNS;
  return [
    ...REQUIRED.filter((name) => !columns.includes(name)).map((name) =>
      fault(1, name, 'import.columnMissing', { field: name }),
    ),
    ...columns
      .filter((name, index) => !known.includes(name) || columns.indexOf(name) !== index)
      .map((name) => fault(1, name, 'import.unknownColumn', { field: name.slice(0, 60) })),
  ];
}

function readLine(
  columns: readonly Column[],
  { line, values }: CsvRecord,
  today: Day,
): { line: ManifestLine | null; faults: Fault[] } {
  const faults: Fault[] = [];
  const add = (field: Column, code: Parameters<typeof fault>[2], details: Record<string, string> = {}) =>
    void faults.push(fault(line, field, code, details));
  const value = (field: Column): string => {
    // An umlaut of two characters and one of a single character are the same word; the records know the single one.
    const found = (values[columns.indexOf(field)] ?? '').normalize('NFC').trim();
    const strange = STRANGE.exec(found)?.[0];
    if (strange !== undefined) {
      add(field, 'import.strangeSigns', { found: `U+${(strange.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}` });
    } else if (found.length > LONGEST) {
      const expected = { expectedDe: `höchstens ${LONGEST} Zeichen`, expectedEn: `at most ${LONGEST} characters` };
      add(field, 'import.valueUnfit', { ...expected, found: `${found.slice(0, 40)}… (${found.length})` });
    }
    return found;
  };
  const required = (field: Column): string => {
    const found = value(field);
    if (found === '') add(field, 'import.valueMissing');
    return found;
  };
  if (values.length > columns.length) {
    const expected = { expectedDe: `${columns.length} Werte`, expectedEn: `${columns.length} values` };
    add('datei', 'import.valueUnfit', { ...expected, found: String(values.length) });
  }
  const read: ManifestLine = {
    line,
    akte: required('akte'),
    position: required('aktenplan'),
    akteBetreff: required('akte_betreff'),
    vorgang: required('vorgang'),
    vorgangBetreff: required('vorgang_betreff'),
    betreff: required('dokument_betreff'),
    art: artOf(value('dokument_art'), add),
    date: dayOf(value('dokument_datum'), today, add),
    file: pathOf(required('datei'), add),
    sha256: hashOf(value('sha256'), add),
  };
  return { line: faults.length === 0 ? read : null, faults };
}

type Add = (field: Column, code: 'import.valueUnfit', details: Record<string, string>) => void;

function artOf(text: string, add: Add): ImportedArt {
  const art = ARTEN.find((known) => known === (text.toLowerCase() || 'eingang'));
  if (art) return art;
  const expected = ARTEN.join(', ');
  add('dokument_art', 'import.valueUnfit', { expectedDe: expected, expectedEn: expected, found: text.slice(0, 60) });
  return 'eingang';
}

function dayOf(text: string, today: Day, add: Add): Day | null {
  if (text === '') return null;
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = german
    ? `${german[3] ?? ''}-${(german[2] ?? '').padStart(2, '0')}-${(german[1] ?? '').padStart(2, '0')}`
    : text;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : new Date(Number.NaN);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  if (real && iso >= '1500-01-01' && iso <= today) return iso;
  add('dokument_datum', 'import.valueUnfit', {
    expectedDe: 'ein Tag wie 14.03.2019, nicht vor 1500 und nicht in der Zukunft',
    expectedEn: 'a day like 2019-03-14, not before 1500 and not in the future',
    found: text.slice(0, 60),
  });
  return null;
}

/** A name below the folder of the manifest and nowhere else. */
function pathOf(text: string, add: Add): string {
  const unsafe = /^([A-Za-z]:|[\\/])|\\/.test(text) || text.split('/').some((part) => part === '..' || part === '.');
  if (unsafe) {
    add('datei', 'import.valueUnfit', {
      expectedDe: 'ein Name unterhalb des Ordners, mit / und ohne ..',
      expectedEn: 'a name below the folder, with / and without ..',
      found: text.slice(0, 100),
    });
  }
  return text;
}

function hashOf(text: string, add: Add): string | null {
  if (text === '') return null;
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  const expected = { expectedDe: '64 Hexadezimalziffern', expectedEn: '64 hexadecimal digits' };
  add('sha256', 'import.valueUnfit', { ...expected, found: text.slice(0, 70) });
  return null;
}

/** What the lines say of one Akte, and of one Vorgang, must be the same in all of them. */
function contradictionsOf(line: ManifestLine, first: Map<string, ManifestLine>): Fault[] {
  const akte = earlier(first, `akte ${line.akte}`, line);
  const vorgang = earlier(first, JSON.stringify([line.akte, line.vorgang]), line);
  const differing = (field: Column, one: ManifestLine, expected: string, found: string) =>
    expected === found ? [] : [fault(line.line, field, 'import.contradiction', { expected, first: one.line, found })];
  return [
    ...differing('aktenplan', akte, akte.position, line.position),
    ...differing('akte_betreff', akte, akte.akteBetreff, line.akteBetreff),
    ...differing('vorgang_betreff', vorgang, vorgang.vorgangBetreff, line.vorgangBetreff),
  ];
}

function earlier(first: Map<string, ManifestLine>, key: string, line: ManifestLine): ManifestLine {
  const known = first.get(key);
  if (known) return known;
  first.set(key, line);
  return line;
}
