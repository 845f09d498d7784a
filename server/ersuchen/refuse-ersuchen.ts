import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { authorOf } from '../platform/transaction.js';
import { reason } from '../platform/typed-text.js';
import { removeTravelling, saveEnded } from './ersuchen.store.js';
import { lockShown } from './lock-ersuchen.js';

const input = z.object({ ersuchenId: z.uuid(), version: z.int(), reason });

/**
 * Refuses what another Mandant asks (§ 5 VwVfG). The reason goes back to it, who refused does not. What was asked is erased here
 * after a month, so the Protokoll does not say it a second time.
 */
export const refuseErsuchen = act('ersuchen.refuseErsuchen', input, async (tx, wanted) => {
  const found = await lockShown(tx, wanted, 'erhalten', ['offen']);
  if (isRejection(found)) return found;
  const { id, otherName, otherMandantId: toMandantId } = found;
  const { reason: why } = wanted;
  await saveEnded(tx, id, { state: 'abgelehnt', at: tx.clock.now(), by: authorOf(tx.actor), text: why });
  await removeTravelling(tx, id);
  await tx.enqueue('ersuchen.refuse', id, { ersuchenId: id, toMandantId, reason: why });
  tx.correlationId = id;
  tx.protokoll({ objectKind: 'ersuchen', objectId: id, payload: { from: otherName, reason: why } });
  tx.changed('ersuchen', id);
  return { version: found.version + 1 };
});
