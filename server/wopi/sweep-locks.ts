import type { ActRunner } from '../platform/act-runner.js';
import type { Database } from '../platform/postgres/database.js';
import { listRunningMandanten } from '../platform/postgres/mandanten.js';
import { isRejection } from '../contract/rejections.js';
import { endEditing } from './end-editing.js';
import { deleteExpiredAccess, expiredLocks } from './wopi.store.js';

/**
 * Ends what an editor server has left behind: it went away, or was killed, and its locks have run out. What it had saved
 * becomes a version. Returns how many.
 */
export async function sweepLocks(parts: { readonly database: Database; readonly runner: ActRunner }): Promise<number> {
  let ended = 0;
  for (const mandantId of await listRunningMandanten(parts.database)) {
    const actor = { kind: 'system', name: 'wopi' } as const;
    const expired = await parts.runner.transaction({ mandantId, actor }, async (tx) => {
      await deleteExpiredAccess(tx, tx.clock.now());
      return expiredLocks(tx, mandantId, tx.clock.now());
    });
    if (isRejection(expired)) continue;
    for (const { dokumentId } of expired) await endEditing(parts.runner, mandantId, dokumentId, { kind: 'expired' });
    ended += expired.length;
  }
  return ended;
}
