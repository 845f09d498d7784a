import { read0301, type EinheitSummary } from '../../../archive/xdomea/read-0301.js';
import type { Aussonderungsart, ImportFinding } from '../../contract/aktenplan-views.js';
import { kennzeichen, titel } from '../input.js';
import { importFinding, type PlanFile, type PlanRow } from './plan-row.js';

/**
 * An Aktenplan as message 0301. There every position says its period and Aussonderungsart; what says the same as the one
 * above it is taken for inherited, so that a later change above reaches it.
 */
export async function xdomeaPlan(bytes: Uint8Array): Promise<PlanFile> {
  const { einheiten, findings: structural } = await read0301(bytes);
  const findings = structural.map(({ severity, line, de, en, remedy }): ImportFinding => {
    return { ...importFinding('aktenplan.importXml', line ?? null, null, {}, severity, { de, en }), remedy };
  });
  const rows = einheiten.flatMap((einheit) => rowOf(einheit, findings));
  return { format: 'xdomea', rows: inheriting(rows), findings };
}

function rowOf(einheit: EinheitSummary, findings: ImportFinding[]): PlanRow[] {
  const { line, parent, aussonderungsart: art, aufbewahrungsdauer: dauer } = einheit;
  const before = findings.length;
  const wrong = (code: Parameters<typeof importFinding>[0], field: string, found: string) => {
    findings.push(importFinding(code, line, field, { found }));
  };
  const number = kennzeichen.safeParse(einheit.kennzeichen);
  if (!number.success) wrong('aktenplan.importKennzeichen', 'kennzeichen', einheit.kennzeichen);
  const name = titel.safeParse(einheit.titel);
  if (!name.success) wrong('aktenplan.importTitel', 'titel', einheit.titel);
  const years = dauer === 'unbefristet' ? dauer : Number(dauer);
  if (typeof years === 'number' && !(dauer !== '' && Number.isInteger(years) && years <= 130)) {
    wrong('aktenplan.importAufbewahrung', 'aufbewahrung', dauer);
  }
  if (!isArt(art)) wrong('aktenplan.importAussonderungsart', 'aussonderungsart', art);
  if (findings.length > before || !isArt(art)) return [];
  return [
    {
      ...{ line, kennzeichen: number.data ?? '', titel: name.data ?? '', parent: parent?.normalize('NFC') ?? null },
      ...{ aufbewahrung: years, aussonderungsart: art },
      state: einheit.stillgelegt === 'yes' ? 'stillgelegt' : 'offen',
    },
  ];
}

function isArt(code: string): code is Aussonderungsart {
  return code === 'A' || code === 'B' || code === 'V';
}

function inheriting(rows: readonly PlanRow[]): PlanRow[] {
  const byNumber = new Map(rows.map((row) => [row.kennzeichen, row]));
  return rows.map((row) => {
    const above = row.parent === null ? undefined : byNumber.get(row.parent);
    if (!above) return row;
    return {
      ...row,
      aufbewahrung: row.aufbewahrung === above.aufbewahrung ? 'geerbt' : row.aufbewahrung,
      aussonderungsart: row.aussonderungsart === above.aussonderungsart ? null : row.aussonderungsart,
      state: above.state === 'stillgelegt' ? 'offen' : row.state,
    };
  });
}
