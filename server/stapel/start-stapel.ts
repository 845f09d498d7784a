import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { labelsOf } from './labels.js';
import { refuseStart } from './stapel.js';
import { countPosten, lockStapel, saveState } from './stapel.store.js';

const input = z.object({ stapelId: z.uuid() });

/** Lets a checked batch be done: each target that could be done, one after the other. Its reverse is `abortStapel`. */
export const startStapel = act('stapel.startStapel', input, async (tx, { stapelId }) => {
  const stapel = await lockStapel(tx, stapelId);
  if (!stapel) return reject('platform.notFound');
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
  return { stapelId };
});
