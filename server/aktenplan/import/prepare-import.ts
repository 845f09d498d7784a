import type { ImportFinding, ImportPreview } from '../../contract/aktenplan-views.js';
import type { Day } from '../../contract/views.js';
import { newId } from '../../platform/ids.js';
import type { Queries } from '../../platform/postgres/database.js';
import { type Plan } from '../aktenplan.js';
import { loadPlan, plannedDays } from '../aktenplan.store.js';
import { knownEinheiten, type StoredImport } from '../import.store.js';
import { levels } from './levels.js';
import { planChanges, type PlanChanges } from './plan-changes.js';
import { importFinding } from './plan-row.js';
import { readPlan } from './read-plan.js';
import { germanDay } from '../../contract/german-day.js';

/** A screen of findings is read, a thousand are not; the counts tell how many there are. */
const SHOWN = 500;

export interface PreparedImport extends PlanChanges {
  readonly format: 'csv' | 'xdomea';
  readonly rows: number;
}

/** Reads a file and compares it with the plan of the day from which it shall hold. Nothing changes. */
export async function prepareImport(queries: Queries, content: Uint8Array, day: Day): Promise<PreparedImport> {
  const file = await readPlan(content);
  const before = { plan: await loadPlan(queries, day), known: await knownEinheiten(queries), day };
  const changes = planChanges(file.rows, before, newId);
  const later = await circlesLater(queries, changes, day);
  return {
    ...changes,
    findings: [...file.findings, ...changes.findings, ...later],
    format: file.format,
    rows: file.rows.length,
  };
}

/** What is planned for a later day may cross with what the file says. */
async function circlesLater(queries: Queries, changes: PlanChanges, day: Day): Promise<ImportFinding[]> {
  const moved = changes.changed;
  if (moved.length === 0) return [];
  const findings: ImportFinding[] = [];
  for (const later of await plannedDays(queries, day)) {
    const plan: Plan = new Map([
      ...(await loadPlan(queries, later)),
      ...[...changes.created, ...moved].map((einheit) => [einheit.id, einheit] as const),
    ]);
    const level = levels(plan);
    for (const { kennzeichen } of moved.filter((einheit) => level.get(einheit.id) === 'circle')) {
      findings.push(circleOn(later, kennzeichen));
    }
  }
  return findings;
}

function circleOn(day: Day, kennzeichen: string): ImportFinding {
  const on = germanDay(day);
  const why = {
    de: `Am ${on} läge die Stelle wegen einer vorgesehenen Änderung unter sich selbst.`,
    en: `On ${on} the position would lie below itself, because of a planned change.`,
  };
  return importFinding('aktenplan.importPlace', null, 'uebergeordnet', { kennzeichen }, 'error', why);
}

/** The dry run as people read it. */
export function previewOf({ id, fileName }: StoredImport, prepared: PreparedImport): ImportPreview {
  const { format, rows, created, changed, missing, same, findings, differences } = prepared;
  const count = (severity: ImportFinding['severity']) => findings.filter((found) => found.severity === severity).length;
  return {
    ...{ importId: id, fileName, format, positions: rows },
    counts: {
      ...{ new: created.length, changed: changed.length, missing: missing.length, same },
      ...{ errors: count('error'), warnings: count('warning') },
    },
    findings: findings.slice(0, SHOWN),
    differences: differences.slice(0, SHOWN),
  };
}
