import type { ImportDifference, ImportFinding } from '../../contract/aktenplan-views.js';
import { reject, type Sentence } from '../../contract/rejections.js';
import type { Day, Id } from '../../contract/views.js';
import { MOST_LEVELS, refuseFacts, sameFacts, type EinheitFacts, type Plan, type PlanEinheit } from '../aktenplan.js';
import { levels } from './levels.js';
import { importFinding, type PlanRow } from './plan-row.js';
import { germanDay } from '../../contract/german-day.js';

/** What there is before the import. */
export interface Before {
  /** The plan on the day from which the import holds. */
  readonly plan: Plan;
  /** Every position by its Kennzeichen, also one that begins later, and the day of its last version. */
  readonly known: ReadonlyMap<string, { readonly id: Id; readonly lastFrom: Day }>;
  readonly day: Day;
}

/** What an import does, and what stands against it. */
export interface PlanChanges {
  readonly created: readonly PlanEinheit[];
  readonly changed: readonly PlanEinheit[];
  /** Positions in force that the file does not name. */
  readonly missing: readonly PlanEinheit[];
  readonly same: number;
  /** The plan as it is afterwards, before anything missing is closed. */
  readonly after: Plan;
  readonly differences: readonly ImportDifference[];
  readonly findings: readonly ImportFinding[];
}

/** Compares the rows of a file with the plan. `newId` names the positions that are not there yet. */
export function planChanges(rows: readonly PlanRow[], before: Before, newId: () => Id): PlanChanges {
  const findings: ImportFinding[] = [];
  const distinct = withoutTwins(rows, findings);
  const ids = new Map(distinct.map(({ kennzeichen }) => [kennzeichen, before.known.get(kennzeichen)?.id ?? newId()]));
  const inForce = new Map([...before.plan.values()].map(({ kennzeichen, id }) => [kennzeichen, id]));
  const einheiten = distinct.flatMap((row): { row: PlanRow; einheit: PlanEinheit }[] => {
    const { kennzeichen, titel, parent, aufbewahrung, aussonderungsart, state } = row;
    const parentId = parent === null ? null : (ids.get(parent) ?? inForce.get(parent));
    if (parentId === undefined) {
      findings.push(importFinding('aktenplan.importParent', row.line, 'uebergeordnet', { found: parent ?? '' }));
      return [];
    }
    const facts = { parentId, titel, aufbewahrung, aussonderungsart, state };
    return [{ row, einheit: { id: ids.get(kennzeichen) ?? newId(), kennzeichen, ...facts } }];
  });
  const after = new Map([...before.plan, ...einheiten.map(({ einheit }) => [einheit.id, einheit] as const)]);
  const isNew = ({ kennzeichen }: PlanEinheit) => !before.known.has(kennzeichen);
  const isChanged = (einheit: PlanEinheit) => {
    const was = before.plan.get(einheit.id);
    return !isNew(einheit) && !(was && sameFacts(was, einheit));
  };
  const touched = einheiten.filter(({ einheit }) => isNew(einheit) || isChanged(einheit));
  findings.push(...touched.flatMap(({ row, einheit }) => hiddenBehindPlanned(row, einheit, before)));
  findings.push(...touched.flatMap(({ row, einheit }) => misplaced(row, einheit)), ...tooDeep(touched, after));
  const named = new Set(distinct.map(({ kennzeichen }) => kennzeichen));
  const missing = [...before.plan.values()].filter(({ kennzeichen }) => !named.has(kennzeichen));
  return {
    created: touched.map(({ einheit }) => einheit).filter(isNew),
    changed: touched.map(({ einheit }) => einheit).filter(isChanged),
    missing,
    same: einheiten.length - touched.length,
    after,
    differences: [
      ...touched.map(({ einheit }) => difference(einheit, before.plan, after)),
      ...missing.map(({ kennzeichen, titel }) => ({ kind: 'missing' as const, kennzeichen, titel, changes: [] })),
    ],
    findings: findings.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)),
  };
}

function withoutTwins(rows: readonly PlanRow[], findings: ImportFinding[]): PlanRow[] {
  const first = new Map<string, number>();
  return rows.filter(({ kennzeichen, line }) => {
    const earlier = first.get(kennzeichen);
    if (earlier === undefined) first.set(kennzeichen, line);
    else {
      const values = { found: kennzeichen, first: earlier };
      findings.push(importFinding('aktenplan.importTwice', line, 'kennzeichen', values));
    }
    return earlier === undefined;
  });
}

function placeFinding(row: PlanRow, why: Sentence): ImportFinding {
  const { line, kennzeichen } = row;
  return importFinding('aktenplan.importPlace', line, 'uebergeordnet', { kennzeichen }, 'error', why);
}

function hiddenBehindPlanned(row: PlanRow, { kennzeichen }: PlanEinheit, { known, day }: Before): ImportFinding[] {
  const planned = known.get(kennzeichen);
  if (!planned || planned.lastFrom <= day) return [];
  return [
    placeFinding(row, reject('aktenplan.laterChange', { kennzeichen, day: germanDay(planned.lastFrom) }).message),
  ];
}

function misplaced(row: PlanRow, einheit: PlanEinheit): ImportFinding[] {
  const refused = refuseFacts(einheit);
  return refused ? [placeFinding(row, refused.message)] : [];
}

/** Looks at all positions at once: a circle of the file has no beginning from which one could look. */
function tooDeep(touched: readonly { row: PlanRow; einheit: PlanEinheit }[], after: Plan): ImportFinding[] {
  const depth = levels(after);
  return touched.flatMap(({ row, einheit }) => {
    const level = depth.get(einheit.id) ?? 0;
    if (level === 'circle') return [placeFinding(row, CIRCLE)];
    const { message } = reject('aktenplan.tooDeep', { limit: MOST_LEVELS });
    return level > MOST_LEVELS ? [placeFinding(row, message)] : [];
  });
}

const CIRCLE: Sentence = {
  de: 'Die Stelle läge unter sich selbst.',
  en: 'The position would lie below itself.',
};

function difference(einheit: PlanEinheit, plan: Plan, after: Plan): ImportDifference {
  const { kennzeichen, titel, id } = einheit;
  const was = plan.get(id);
  if (!was) return { kind: 'new', kennzeichen, titel, changes: [] };
  const words = (facts: EinheitFacts, of: Plan): Record<string, string> => ({
    titel: facts.titel,
    uebergeordnet: facts.parentId === null ? '' : (of.get(facts.parentId)?.kennzeichen ?? ''),
    aufbewahrung: String(facts.aufbewahrung),
    aussonderungsart: facts.aussonderungsart ?? 'geerbt',
    stillgelegt: facts.state === 'stillgelegt' ? 'ja' : 'nein',
  });
  const [old, now] = [words(was, plan), words(einheit, after)];
  const changes = Object.entries(old)
    .map(([field, before]) => ({ field, before, after: now[field] ?? '' }))
    .filter((change) => change.before !== change.after);
  return { kind: 'changed', kennzeichen, titel, changes };
}
