import { reject } from '../contract/rejections.js';
import { systemAct } from '../platform/act.js';
import { suspensionObstacle } from './mandant.js';
import { lockMandant, saveSuspended } from './mandant.store.js';

/**
 * Suspends a Mandant: sessions end, nobody signs in, no token of a system opens anything, jobs and timers stand still. What
 * has become due meanwhile happens when it is resumed. Periods, Sperren and the Protokoll go on: they are law, not work.
 */
export const suspendMandant = systemAct('mandant.suspendMandant', async (tx, { reason }: { reason: string }) => {
  const mandant = await lockMandant(tx, tx.mandantId);
  if (!mandant) return reject('platform.notFound');
  const obstacle = suspensionObstacle(mandant, 'suspend');
  if (obstacle) return obstacle;
  await saveSuspended(tx, tx.mandantId, tx.clock.now(), reason);
  tx.protokoll({ objectKind: 'mandant', objectId: tx.mandantId, payload: { reason } });
  return {};
});
