import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { changeObstacles, refusalOf } from './dokument.js';
import { setDokumentState } from './dokument.store.js';
import { lockDokumentForChange } from './lock-dokument.js';

const input = z.object({ dokumentId: z.uuid(), version: z.int() });

/** A draft becomes final: its newest version is the Dokument from now on. */
export const finalizeDokument = act('dokument.finalizeDokument', input, async (tx, { dokumentId, version }) => {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const { dokument, vorgang } = locked;
  const refused = refusalOf(dokument, changeObstacles(dokument));
  if (refused) return refused;
  if (dokument.version !== version) return reject('platform.stale');
  const saved = await setDokumentState(tx, dokumentId, 'gueltig');
  const { nummer, sha256 } = dokument.newest;
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      ...{ dokumentId, nummer, sha256 },
      text: {
        de: `„${dokument.betreff}“ ist endgültig, Fassung ${nummer}`,
        en: `“${dokument.betreff}” is final, version ${nummer}`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return { version: saved };
});
