import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reasonText } from '../platform/plain-text.js';
import { personOf } from '../platform/transaction.js';
import { refusalOf } from './dokument.js';
import { lockDokumentForChange } from './lock-dokument.js';
import { leavingObstacles } from './place.js';
import { loadPlaceFacts, placeOutside } from './place.store.js';

const input = z.object({ dokumentId: z.uuid(), version: z.int(), reason: reasonText() });

/** Takes a Dokument with its Anlagen out of its Vorgang because it does not belong there and nobody knows yet where it does. It waits in a list until somebody files it. */
export const takeOut = act('dokument.takeOut', input, async (tx, { dokumentId, version, reason }) => {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const { dokument, vorgang } = locked;
  const facts = await loadPlaceFacts(tx, dokumentId, vorgang.id);
  const refused = refusalOf(dokument, leavingObstacles(dokument, facts));
  if (refused) return refused;
  if (dokument.version !== version) return reject('platform.stale');
  const placing = { place: 'unlinked', at: tx.clock.now(), by: personOf(tx).id, reason } as const;
  const dokumentIds = await placeOutside(tx, dokumentId, placing);
  const { betreff, nummer } = dokument;
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      ...{ dokumentId, dokumentIds, nummer, sha256: dokument.newest.sha256, reason },
      text: {
        de: `Dokument ${nummer} „${betreff}“ herausgenommen. Grund: ${reason}`,
        en: `Document ${nummer} “${betreff}” taken out. Reason: ${reason}`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return { version: version + 1 };
});
