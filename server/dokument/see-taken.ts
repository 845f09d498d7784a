import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { markSeen } from './checkout.store.js';

const input = z.object({ checkoutId: z.uuid() });

/** The person from whom a Dokument was taken has read it; the notice leaves their list. */
export const seeTaken = act('dokument.seeTaken', input, async (tx, { checkoutId }) => {
  const seen = await markSeen(tx, checkoutId, personOf(tx).id, tx.clock.now());
  if (!seen) return reject('platform.notFound');
  tx.protokoll({ objectKind: 'checkout', objectId: checkoutId, payload: {} });
  return {};
});
