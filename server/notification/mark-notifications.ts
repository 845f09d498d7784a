import { z } from 'zod';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { saveMarks } from './notification.store.js';

/** More than a bell ever shows. */
const MOST = 500;

const input = z.object({ ids: z.array(z.uuid()).min(1).max(MOST), state: z.enum(['read', 'unread']) });

/**
 * Marks notifications as read or unread, for the acting person alone. What they may not see is left alone without a word.
 * Its reverse is itself. No row in the Protokoll, which must not tell how somebody works.
 */
export const markNotifications = act('notification.markNotifications', input, async (tx, { ids, state }) => {
  const changed = await saveMarks(tx, ids, state);
  if (changed.length > 0) tx.changed('notification', personOf(tx).id);
  return { changed };
});
