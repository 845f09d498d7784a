import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { labelsOf, wayBackOf } from './labels.js';
import { MOST_TARGETS, refuseStart } from './stapel.js';
import { countPosten, lockStapel, saveLeftOut, saveState } from './stapel.store.js';

const input = z.object({ stapelId: z.uuid(), leaveOut: z.array(z.uuid()).max(MOST_TARGETS).optional() });

/**
 * Lets a checked batch be done: each target that could be done and is not left out, one after the other. Its reverse is `abortStapel`,
 * or `takeBackStapel` where each target can be taken back.
 */
export const startStapel = act('stapel.startStapel', input, async (tx, { stapelId, leaveOut = [] }) => {
  const stapel = await lockStapel(tx, stapelId);
  if (!stapel) return reject('platform.notFound');
  if (stapel.state === 'geprueft' && leaveOut.length > 0) {
    await saveLeftOut(tx, stapelId, leaveOut, reject('stapel.leftOut'), tx.clock.now());
  }
  const counts = await countPosten(tx, stapelId);
  const refused = refuseStart(stapel, counts.bereit);
  if (refused) return refused;
  await saveState(tx, stapelId, 'laufend', null, tx.clock.now());
  const [label] = labelsOf(stapel.steps);
  tx.correlationId = stapelId;
  tx.protokoll({
    objectKind: 'person',
    objectId: stapel.personId,
    payload: {
      ...{ stapelId, counts },
      text: {
        de: `Stapel gestartet: ${label?.de ?? ''}, ${counts.bereit} von ${stapel.total} Zielen`,
        en: `Batch started: ${label?.en ?? ''}, ${counts.bereit} of ${stapel.total} targets`,
      },
    },
  });
  tx.changed('stapel', stapelId);
  return { stapelId, wayBack: stapel.steps.every(wayBackOf) ? 'takeBack' : 'abort' };
});
