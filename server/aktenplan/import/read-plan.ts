import { importFinding, MOST_POSITIONS, type PlanFile } from './plan-row.js';
import { csvPlan } from './csv-plan.js';
import { xdomeaPlan } from './xdomea-plan.js';

/** Reads a file with an Aktenplan, whatever it is called: XML begins with `<`, everything else is a table. */
export async function readPlan(bytes: Uint8Array): Promise<PlanFile> {
  const file = await readAny(bytes);
  if (file.rows.length > MOST_POSITIONS) {
    return {
      ...file,
      rows: [],
      findings: [importFinding('aktenplan.importTooMany', null, null, { limit: MOST_POSITIONS })],
    };
  }
  const nothing = file.rows.length === 0 && file.findings.every(({ severity }) => severity === 'warning');
  return nothing ? { ...file, findings: [...file.findings, importFinding('aktenplan.importEmpty', null, null)] } : file;
}

async function readAny(bytes: Uint8Array): Promise<PlanFile> {
  const at = firstForeignByte(bytes);
  if (at !== null) {
    return { format: 'csv', rows: [], findings: [importFinding('aktenplan.importEncoding', null, null, { at })] };
  }
  // The decoder takes a byte order mark away.
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.trimStart().startsWith('<') ? xdomeaPlan(bytes) : csvPlan(text.normalize('NFC'));
}

/** Position of the first byte that is no UTF-8, from 1; null where all are. */
function firstForeignByte(bytes: Uint8Array): number | null {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return null;
  } catch {
    const decoded = new TextDecoder('utf-8').decode(bytes);
    return 1 + Buffer.byteLength(decoded.slice(0, decoded.indexOf('\ufffd')));
  }
}
