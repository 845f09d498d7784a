import { reject } from '../contract/rejections.js';
import { systemAct } from '../platform/act.js';
import { suspensionObstacle } from './mandant.js';
import { lockMandant, saveResumed } from './mandant.store.js';

/** Lets a suspended Mandant work again; what has become due in between happens now. */
export const resumeMandant = systemAct('mandant.resumeMandant', async (tx, _input: object) => {
  const mandant = await lockMandant(tx, tx.mandantId);
  if (!mandant) return reject('platform.notFound');
  const obstacle = suspensionObstacle(mandant, 'resume');
  if (obstacle) return obstacle;
  await saveResumed(tx, tx.mandantId);
  tx.protokoll({ objectKind: 'mandant', objectId: tx.mandantId, payload: {} });
  return {};
});
