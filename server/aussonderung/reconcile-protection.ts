import { isRejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ActRunner } from '../platform/act-runner.js';
import { logger } from '../platform/logger.js';
import type { Database } from '../platform/postgres/database.js';
import { listMandanten } from '../platform/postgres/mandanten.js';
import type { Transaction } from '../platform/transaction.js';
import { endOfRetention, protectHashes, type ProtectingStore } from './protect-objects.js';
import {
  hashesOf,
  isHeldElsewhere,
  saveTold,
  toldLongestAgo,
  toldToCheck,
  vorgaengeToProtect,
  type ToldRow,
} from './protection.store.js';

export interface ReconcileParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly objects: ProtectingStore;
}

export interface Reconciled {
  /** Objects about which the store was asked. */
  readonly checked: number;
  /** Those that it did not hold as it was told, and holds again now. */
  readonly repaired: number;
  /** Those that it still does not hold; health is degraded while there is one. */
  readonly differing: number;
}

const VORGAENGE_AT_ONCE = 50;
const HASHES_AT_ONCE = 200;
// Of the retentions, far too many to ask about each every day, so many are asked about: those looked at longest ago.
const RETENTIONS_PER_ROUND = 500;
const NOTHING = '0'.repeat(64);
const FIRST: Id = '00000000-0000-0000-0000-000000000000';

/**
 * Compares records and store, once a day: tells the store what it was not told yet (versions that came under a Sperre,
 * periods without end whose protection has to move on), and asks it about what it was told.
 */
export async function reconcileProtection(parts: ReconcileParts): Promise<Reconciled> {
  const total = { checked: 0, repaired: 0, differing: 0 };
  if ((await parts.objects.protection(NOTHING)) === 'unsupported') return total;
  for (const mandantId of await listMandanten(parts.database)) {
    const inTransaction = async <T extends object>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
      const done = await parts.runner.transaction({ mandantId, actor: { kind: 'system', name: 'protection' } }, work);
      if (isRejection(done)) throw new Error(done.message.en);
      return done;
    };
    await tellUntold(inTransaction, parts.objects);
    for (const row of await rowsToCheck(inTransaction)) {
      const outcome = await inTransaction(async (tx) => ({ is: await compare(tx, parts.objects, row) }));
      total.checked += 1;
      if (outcome.is !== 'agrees') total[outcome.is] += 1;
    }
  }
  if (total.repaired + total.differing > 0) logger.warn(total, 'the object store did not protect what it was told to');
  return total;
}

type InTransaction = <T extends object>(work: (tx: Transaction) => Promise<T>) => Promise<T>;

async function tellUntold(inTransaction: InTransaction, objects: ProtectingStore): Promise<void> {
  for (let after = FIRST; ;) {
    const { ids } = await inTransaction(async (tx) => {
      const found = await vorgaengeToProtect(tx, after, VORGAENGE_AT_ONCE);
      for (const id of found) {
        for (let hashes = await hashesOf(tx, 'vorgang', id, '', HASHES_AT_ONCE); hashes.length > 0;) {
          await protectHashes(tx, objects, hashes);
          hashes = await hashesOf(tx, 'vorgang', id, hashes.at(-1) ?? '', HASHES_AT_ONCE);
        }
      }
      return { ids: found };
    });
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

async function rowsToCheck(inTransaction: InTransaction): Promise<ToldRow[]> {
  const { rows } = await inTransaction(async (tx) => {
    const found: ToldRow[] = [];
    for (let part = await toldToCheck(tx, '', HASHES_AT_ONCE); part.length > 0;) {
      found.push(...part);
      part = await toldToCheck(tx, part.at(-1)?.sha256 ?? '', HASHES_AT_ONCE);
    }
    return { rows: [...found, ...(await toldLongestAgo(tx, RETENTIONS_PER_ROUND))] };
  });
  return rows;
}

/** Asks the store about one object. What differs is told again, and asked again: only its answer counts. */
async function compare(
  tx: Transaction,
  objects: ProtectingStore,
  row: ToldRow,
): Promise<'agrees' | 'repaired' | 'differing'> {
  // A Sperre that was lifted while the store was away: told now, and nothing to compare.
  await protectHashes(tx, objects, [row.sha256]);
  const held = row.held || (await isHeldElsewhere(tx, row.sha256));
  const common = { ...row, mandantId: tx.mandantId, at: tx.clock.now() };
  if (await isProtected(objects, row, held, common.at)) {
    await saveTold(tx, { ...common, state: 'told' });
    return 'agrees';
  }
  const exists = (await objects.stat(row.sha256)) !== undefined;
  if (exists) {
    await objects.hold(row.sha256, held ? 'on' : 'off');
    if (row.until !== null && endOfRetention(row.until) > common.at) {
      await objects.retain(row.sha256, endOfRetention(row.until));
    }
  }
  const repaired = exists && (await isProtected(objects, row, held, common.at));
  await saveTold(tx, { ...common, state: repaired ? 'told' : 'differs' });
  return repaired ? 'repaired' : 'differing';
}

async function isProtected(
  objects: ProtectingStore,
  { sha256, until }: ToldRow,
  held: boolean,
  now: Date,
): Promise<boolean> {
  const found = await objects.protection(sha256);
  if (found === 'unsupported') return true;
  if (found === 'missing') return false;
  const end = until === null ? null : endOfRetention(until);
  // What is over needs no retention any more.
  const kept = end === null || end <= now || (found.until !== null && found.until >= end);
  return kept && (!held || found.held);
}
