import type { Transaction } from '../transaction.js';
import { deleteUploadsBefore } from './upload.store.js';

// Who goes home in the middle of a large upload can go on with it the next morning.
const KEPT_MILLISECONDS = 24 * 3_600_000;

/** Forgets uploads that nobody has gone on with; the sweeper of objects then finds their bytes. */
export async function sweepUploads(tx: Transaction): Promise<void> {
  await deleteUploadsBefore(tx, tx.mandantId, new Date(tx.clock.now().getTime() - KEPT_MILLISECONDS));
}
