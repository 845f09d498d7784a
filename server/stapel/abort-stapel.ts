import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { labelsOf } from './labels.js';
import { outcomeOf, refuseAbort } from './stapel.js';
import { countPosten, lockStapel, saveState } from './stapel.store.js';

const input = z.object({ stapelId: z.uuid() });

/** Ends a batch between two targets. The one that is being done is waited for; when this answers, nothing more is done. */
export const abortStapel = act('stapel.abortStapel', input, async (tx, { stapelId }) => {
  const stapel = await lockStapel(tx, stapelId);
  if (!stapel) return reject('platform.notFound');
  const refused = refuseAbort(stapel);
  if (refused) return refused;
  const counts = await countPosten(tx, stapelId);
  await saveState(tx, stapelId, 'abgebrochen', counts, tx.clock.now());
  tx.correlationId = stapelId;
  tx.protokoll({
    objectKind: 'person',
    objectId: stapel.personId,
    payload: { ...{ stapelId, counts }, text: outcomeOf(labelsOf(stapel.steps), counts, 'abgebrochen') },
  });
  tx.changed('stapel', stapelId);
  return { stapelId };
});
