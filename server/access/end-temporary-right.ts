import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { lockTemporaryRight, saveTemporaryRightEnded } from './access.store.js';

const input = z.object({ temporaryRightId: z.uuid() });

/** Ends a right to read before its day. */
export const endTemporaryRight = act('access.endTemporaryRight', input, async (tx, { temporaryRightId }) => {
  const found = await lockTemporaryRight(tx, temporaryRightId);
  if (!found) return reject('platform.notFound');
  await tx.requireRight('manage', 'vorgang', found.vorgangId);
  if (found.ended) return reject('access.alreadyEnded');
  await saveTemporaryRightEnded(tx, temporaryRightId, tx.clock.now());
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: found.vorgangId,
    payload: {
      temporaryRightId,
      text: {
        de: `Leserecht auf Zeit beendet: ${found.person}`,
        en: `Right to read for a time ended: ${found.person}`,
      },
    },
  });
  tx.changed('vorgang', found.vorgangId);
  return { temporaryRightId };
});
