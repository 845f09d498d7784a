import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { findRules, rulesSchema, saveRules } from './notification.store.js';

/**
 * Sets how the acting person is told, and when not. Its reverse is itself, with what was before. No row in the Protokoll,
 * which must not tell how somebody works.
 */
export const arrangeNotifications = act('notification.arrangeNotifications', rulesSchema, async (tx, rules) => {
  const before = await findRules(tx);
  await saveRules(tx, rules);
  tx.changed('notification', personOf(tx).id);
  return { before };
});
