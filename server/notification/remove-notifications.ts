import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';

/** Kept longer it would be a record of who worked when, for which there is no reason. */
const KEPT_MILLISECONDS = 90 * 86_400_000;

/** The instant before which nothing of what was told is kept. */
export function keptSince({ clock }: Pick<Transaction, 'clock'>): Date {
  return new Date(clock.now().getTime() - KEPT_MILLISECONDS);
}

/** Removes what was told more than 90 days ago, and who has read it. */
export async function sweepNotifications(tx: Transaction): Promise<void> {
  await tx.query(`DELETE FROM notification WHERE mandant_id = $1 AND at < $2`, [tx.mandantId, keptSince(tx)]);
}

/** Removes all that was told to one person, and how they wanted to be told: with their account it has served its purpose. */
export async function removeNotifications(tx: Transaction, personId: Id): Promise<void> {
  await tx.asSystem(async (all) => {
    for (const table of ['notification_read', 'notification_rules', 'notification']) {
      await all.query(`DELETE FROM ${table} WHERE person_id = $1`, [personId]);
    }
  });
}
