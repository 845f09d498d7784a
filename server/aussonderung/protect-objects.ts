import { z } from 'zod';
import type { Day, Id } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Transaction } from '../platform/transaction.js';
import {
  differencesOf,
  hashesOf,
  isHeldElsewhere,
  lockHash,
  saveTold,
  type ProtectedRecord,
  type ProtectionWish,
} from './protection.store.js';

export type ProtectingStore = Pick<ObjectStore, 'hold' | 'retain' | 'stat' | 'protection'>;

const TOPIC = 'aussonderung.protectObjects';
// Each object costs the store two requests of some milliseconds; a Sperre on a large Akte must not hold its row for minutes.
const BATCH = 200;
// Bytes whose period has no end are kept so many years ahead; the reconciliation of each day moves it on.
const ROLLING_YEARS = 10;

const payloadSchema = z.object({
  kind: z.enum(['akte', 'vorgang', 'dokument']),
  id: z.uuid(),
  after: z.string(),
});

/** Lets the store follow what has just changed for a record: a Sperre, or its Aufbewahrungsende. After the commit, in the outbox. */
export async function protectLater(tx: Transaction, kind: ProtectedRecord, id: Id, after = ''): Promise<void> {
  await tx.enqueue(TOPIC, `${id} ${newId()}`, { kind, id, after });
}

/** Follow-up: tells the store about the bytes of one record, a batch at a time. Repeating it does no harm. */
export function protectionHandlers(objects: ProtectingStore): Readonly<Record<string, OutboxHandler>> {
  return {
    [TOPIC]: async (tx, payload) => {
      const { kind, id, after } = payloadSchema.parse(payload);
      const hashes = await hashesOf(tx, kind, id, after, BATCH);
      const answer = await protectHashes(tx, objects, hashes);
      const last = hashes.at(-1);
      if (answer === 'told' && last !== undefined && hashes.length === BATCH) await protectLater(tx, kind, id, last);
    },
  };
}

/**
 * Tells the store what the records want for these hashes, where it was told something else. A store that cannot protect is
 * asked once and left alone: there the rule of the records holds by itself.
 */
export async function protectHashes(
  tx: Transaction,
  objects: ProtectingStore,
  hashes: readonly string[],
): Promise<'told' | 'unsupported'> {
  const [today, rolling] = [tx.clock.today(), rollingEnd(tx.clock.today())];
  for (const { sha256 } of await differencesOf(tx, hashes, today, rolling)) {
    await lockHash(tx, sha256);
    const [wish] = await differencesOf(tx, [sha256], today, rolling);
    if (!wish) continue;
    if ((await tell(tx, objects, wish)) === 'unsupported') return 'unsupported';
    await saveTold(tx, { ...wish, mandantId: tx.mandantId, at: tx.clock.now(), state: 'told' });
  }
  return 'told';
}

async function tell(
  tx: Transaction,
  objects: ProtectingStore,
  { sha256, held, until }: ProtectionWish,
): Promise<'told' | 'unsupported'> {
  const holding = held || (await isHeldElsewhere(tx, sha256));
  // Bytes that are gone, as they should be after a Vernichtung, need no hold taken off.
  if (!held && until === null && (await objects.stat(sha256)) === undefined) return 'told';
  if ((await objects.hold(sha256, holding ? 'on' : 'off')) === 'unsupported') return 'unsupported';
  if (until !== null) await objects.retain(sha256, endOfRetention(until));
  return 'told';
}

/** The last hour of the day in Berlin, whatever the season: the store must never keep bytes longer than the law. */
export function endOfRetention(until: Day): Date {
  return new Date(`${until}T22:00:00Z`);
}

export function rollingEnd(today: Day): Day {
  return `${Number(today.slice(0, 4)) + ROLLING_YEARS}-12-31`;
}
