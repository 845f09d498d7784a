import { isRejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import { sweepObjects } from '../platform/jobs/sweep-objects.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Database } from '../platform/postgres/database.js';
import { listMandanten } from '../platform/postgres/mandanten.js';
import { isProved } from '../protokoll/verdict-text.js';
import { verifyDatabase, type VerifiedProtokoll } from '../protokoll/verify-database.js';
import { checkObjects, type ObjectsChecked } from './check-objects.js';
import type { Finding } from './finding.js';
import { recordResult } from './record-result.js';
import { holderOf, type Read } from './references.store.js';
import { restoreFromBackup } from './restore-from-backup.js';
import { restoreObject } from './restore-object.js';
import { renewSearch } from './renew-search.js';
import { rowFaults } from './row-faults.store.js';
import { searchFaults } from './search-faults.store.js';

export interface ConsistencyParts {
  readonly database: Database;
  readonly objects: ObjectStore;
  readonly runner: ActRunner;
  readonly checkpoints: string;
}

export interface ConsistencyOptions {
  /** `all` reads every byte that the records refer to. */
  readonly depth: 'sample' | 'all';
  readonly repair: 'repair' | 'look';
  /** Backup of the objects; null: nothing can be brought back. */
  readonly backup: string | null;
}

export interface Repairs {
  readonly restored: number;
  readonly removed: number;
  readonly renewed: number;
}

export interface ConsistencyReport {
  readonly objects: ObjectsChecked;
  readonly rows: readonly Finding[];
  readonly protokoll: readonly VerifiedProtokoll[];
  readonly repairs: Repairs;
  /** Findings that are still there. */
  readonly open: readonly Finding[];
  readonly state: 'consistent' | 'faulty';
}

/** Compares records, objects, index and Protokoll of all Mandanten, repairs what it may, and keeps the result. */
export async function checkConsistency(
  parts: ConsistencyParts,
  options: ConsistencyOptions,
): Promise<ConsistencyReport> {
  const { database, objects, runner } = parts;
  const mandanten = await listMandanten(database);
  const read: Read = async (mandantId, work) => {
    const result = await runner.transaction(system(mandantId), work);
    if (isRejection(result)) throw new Error(result.message.en);
    return result;
  };
  const checked = await checkObjects(objects, read, mandanten, options.depth);
  const rows: Finding[] = [];
  let renewed = 0;
  for (const mandantId of mandanten) {
    rows.push(...(await read(mandantId, (queries) => rowFaults(queries, mandantId))));
    const { missing, stale } = await read(mandantId, searchFaults);
    const records = [...missing, ...stale];
    if (records.length > 0 && options.repair === 'repair') {
      await runner.run(system(mandantId), renewSearch, { records });
      renewed += records.length;
    } else rows.push(...searchFindings(mandantId, missing.length, stale.length));
  }
  const protokoll = await verifyDatabase(database, parts.checkpoints);
  const restored = await restoreAll(parts, read, checked.findings, options);
  const removed = options.repair === 'repair' ? await sweepObjects(objects, database) : 0;
  const open = [...checked.findings.filter((finding) => !restored.has(finding)), ...rows];
  const report: Omit<ConsistencyReport, 'state'> = {
    ...{ objects: checked, rows, protokoll, open },
    repairs: { restored: restored.size, removed, renewed },
  };
  for (const mandantId of mandanten) await keep(runner, mandantId, report, options.depth);
  const faulty = open.length > 0 || checked.more > 0 || !protokoll.every(isProved);
  return { ...report, state: faulty ? 'faulty' : 'consistent' };
}

/** Only from a backup: what is nowhere cannot come back. */
async function restoreAll(
  { objects, runner }: ConsistencyParts,
  read: Read,
  findings: readonly Finding[],
  { repair, backup }: ConsistencyOptions,
): Promise<ReadonlySet<Finding>> {
  const restored = new Set<Finding>();
  if (repair === 'look' || backup === null) return restored;
  for (const finding of findings) {
    const { reference, kind, mandantId } = finding;
    if (!reference || (kind !== 'missing' && kind !== 'damaged' && kind !== 'wrongSize')) continue;
    if ((await restoreFromBackup(objects, backup, reference.sha256)) !== 'restored') continue;
    const holder = await holderOf(read, reference);
    const input = { objectKind: holder.kind, objectId: holder.id, sha256: reference.sha256, fault: kind };
    await runner.run(system(mandantId), restoreObject, input);
    restored.add(finding);
  }
  return restored;
}

async function keep(
  runner: ActRunner,
  mandantId: Id,
  { open, objects, protokoll }: Omit<ConsistencyReport, 'state'>,
  depth: 'sample' | 'all',
): Promise<void> {
  const own = open.filter((finding) => finding.mandantId === mandantId);
  const objectFaults = own.filter(({ reference }) => reference !== undefined).length;
  const verdict = protokoll.find((each) => each.mandantId === mandantId);
  await runner.run(system(mandantId), recordResult, {
    depth,
    referenced: objects.referenced,
    objectFaults,
    rowFaults: own.length - objectFaults,
    protokoll: verdict && !isProved(verdict) ? 'broken' : 'proved',
  });
}

function searchFindings(mandantId: Id, missing: number, stale: number): Finding[] {
  const finding = (kind: Finding['kind'], count: number, de: string, en: string): Finding[] =>
    count === 0 ? [] : [{ kind, mandantId, count, sentence: { de, en } }];
  return [
    ...finding(
      'searchMissing',
      missing,
      `${missing} Einträge fehlen in der Suche.`,
      `${missing} records are missing in the search.`,
    ),
    ...finding(
      'searchStale',
      stale,
      `Die Suche kennt ${stale} Einträge, die es nicht mehr gibt.`,
      `The search knows ${stale} records that are gone.`,
    ),
  ];
}

function system(mandantId: Id): ActContext {
  return { mandantId, actor: { kind: 'system', name: 'consistency' } };
}
