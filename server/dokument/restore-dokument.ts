import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { refusalOf } from './dokument.js';
import { lockDokumentForChange } from './lock-dokument.js';
import { binObstacles } from './place.js';
import { placeBack } from './place.store.js';

const input = z.object({ dokumentId: z.uuid(), version: z.int() });

/** Takes a Dokument with its Anlagen out of the bin again: same Vorgang, same numbers. */
export const restoreDokument = act('dokument.restoreDokument', input, async (tx, { dokumentId, version }) => {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const { dokument, vorgang } = locked;
  const refused = refusalOf(dokument, binObstacles(dokument));
  if (refused) return refused;
  if (dokument.version !== version) return reject('platform.stale');
  await placeBack(tx, dokumentId);
  const { betreff, nummer } = dokument;
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      ...{ dokumentId, nummer },
      text: {
        de: `Dokument ${nummer} „${betreff}“ aus dem Papierkorb zurückgeholt`,
        en: `Document ${nummer} “${betreff}” taken back out of the bin`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return { version: version + 1 };
});
