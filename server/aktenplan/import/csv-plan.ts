import type { Aufbewahrung, Aussonderungsart, EinheitState, ImportFinding } from '../../contract/aktenplan-views.js';
import { kennzeichen, titel } from '../input.js';
import { importFinding, type PlanFile, type PlanRow } from './plan-row.js';
import { readCsv, type CsvRecord } from './read-csv.js';

/** The columns in their order; `uebergeordnet` and those after it may be missing. */
export const COLUMNS = [
  'kennzeichen',
  'titel',
  'uebergeordnet',
  'aufbewahrung',
  'aussonderungsart',
  'stillgelegt',
] as const;
type Column = (typeof COLUMNS)[number];
const REQUIRED: readonly Column[] = ['kennzeichen', 'titel'];

/**
 * An Aktenplan as a table, its columns named in the first line. Without the column `uebergeordnet` a position lies below
 * the one whose Kennzeichen is one part shorter. Empty means inherited for period and Aussonderungsart, and open.
 */
export function csvPlan(text: string): PlanFile {
  const { records, brokenAt } = readCsv(text);
  const [head, ...lines] = records;
  const findings: ImportFinding[] = [];
  if (brokenAt !== null) findings.push(importFinding('aktenplan.importQuote', brokenAt, null));
  if (!head)
    return { format: 'csv', rows: [], findings: [...findings, importFinding('aktenplan.importEmpty', null, null)] };
  const names = head.fields.map((name) => name.trim().toLowerCase());
  const places = new Map(
    COLUMNS.flatMap((name) => (names.includes(name) ? [[name, names.indexOf(name)] as const] : [])),
  );
  for (const field of REQUIRED.filter((name) => !places.has(name))) {
    findings.push(importFinding('aktenplan.importColumnMissing', 1, field, { found: names.join(', ') }));
  }
  for (const field of names.filter((name) => name !== '' && !(COLUMNS as readonly string[]).includes(name))) {
    findings.push(importFinding('aktenplan.importColumnUnknown', 1, field, {}, 'warning'));
  }
  if (findings.some(({ severity }) => severity === 'error')) return { format: 'csv', rows: [], findings };
  const rows = lines.flatMap((record) => {
    if (record.fields.length === head.fields.length) return readRow(record, places, findings);
    const counts = { expected: head.fields.length, found: record.fields.length };
    findings.push(importFinding('aktenplan.importRowShape', record.line, null, counts));
    return [];
  });
  return { format: 'csv', rows: places.has('uebergeordnet') ? rows : underTheirNumbers(rows), findings };
}

function readRow(
  { line, fields }: CsvRecord,
  places: ReadonlyMap<Column, number>,
  findings: ImportFinding[],
): PlanRow[] {
  const found = (column: Column) => fields[places.get(column) ?? -1]?.trim() ?? '';
  const before = findings.length;
  const wrong = (code: Parameters<typeof importFinding>[0], column: Column) => {
    findings.push(importFinding(code, line, column, { found: found(column) }));
  };
  const number = kennzeichen.safeParse(found('kennzeichen'));
  if (!number.success) wrong('aktenplan.importKennzeichen', 'kennzeichen');
  // A mark before what a spreadsheet would take for a formula; the export sets it.
  const name = titel.safeParse(found('titel').replace(/^'(?=[=+@-])/, ''));
  if (!name.success) wrong('aktenplan.importTitel', 'titel');
  const period = aufbewahrungOf(found('aufbewahrung'));
  if (period === null) wrong('aktenplan.importAufbewahrung', 'aufbewahrung');
  const art = artOf(found('aussonderungsart'));
  if (art === undefined) wrong('aktenplan.importAussonderungsart', 'aussonderungsart');
  const state = stateOf(found('stillgelegt'));
  if (state === null) wrong('aktenplan.importStillgelegt', 'stillgelegt');
  if (findings.length > before || period === null || art === undefined || state === null) return [];
  const parent = found('uebergeordnet').normalize('NFC');
  return [
    {
      ...{ line, kennzeichen: number.data ?? '', titel: name.data ?? '' },
      ...{ parent: parent === '' ? null : parent, aufbewahrung: period, aussonderungsart: art, state },
    },
  ];
}

/** `20.31.04` lies below `20.31`, where the file has that one; else below `20`; else on top. */
function underTheirNumbers(rows: readonly PlanRow[]): PlanRow[] {
  const known = new Set(rows.map((row) => row.kennzeichen));
  return rows.map((row) => {
    let above = shorter(row.kennzeichen);
    while (above !== '' && !known.has(above)) above = shorter(above);
    return { ...row, parent: above === '' ? null : above };
  });
}

function shorter(number: string): string {
  return /^(.*)[./ -]/.exec(number)?.[1] ?? '';
}

function aufbewahrungOf(text: string): Aufbewahrung | null {
  const word = text.toLowerCase();
  if (word === '' || word === 'geerbt') return 'geerbt';
  if (word === 'unbefristet') return 'unbefristet';
  return /^\d{1,3}$/.test(word) && Number(word) <= 130 ? Number(word) : null;
}

/** undefined: none of the known ones; null: inherited. */
function artOf(text: string): Aussonderungsart | null | undefined {
  const letter = text.toUpperCase();
  if (letter === '' || letter === 'GEERBT') return null;
  return letter === 'A' || letter === 'B' || letter === 'V' ? letter : undefined;
}

function stateOf(text: string): EinheitState | null {
  const word = text.toLowerCase();
  if (word === '' || word === 'nein') return 'offen';
  return word === 'ja' ? 'stillgelegt' : null;
}
