import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { lockVertretung, saveVertretungEnded } from './access.store.js';

const input = z.object({ vertretungId: z.uuid() });

/** Ends a Vertretung before its day. */
export const endVertretung = act('access.endVertretung', input, async (tx, { vertretungId }) => {
  const found = await lockVertretung(tx, vertretungId);
  if (!found) return reject('platform.notFound');
  if (found.ended) return reject('access.alreadyEnded');
  await saveVertretungEnded(tx, vertretungId, tx.clock.now());
  tx.protokoll({
    objectKind: 'person',
    objectId: found.personId,
    payload: { vertretungId, text: { de: 'Vertretung beendet', en: 'Deputyship ended' } },
  });
  tx.changed('access', found.personId);
  return { vertretungId };
});
