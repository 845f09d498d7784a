import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { placeObstacles, refusalOf } from './dokument.js';
import { setDokumentState } from './dokument.store.js';
import { lockDokumentForChange } from './lock-dokument.js';

const input = z.object({ dokumentId: z.uuid(), version: z.int(), reason });

/** The Registratur makes a final Dokument a draft again. Its versions, and what was signed, stay as they are. */
export const resetFinal = act('dokument.resetFinal', input, async (tx, { dokumentId, version, reason }) => {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const { dokument, vorgang } = locked;
  const { betreff, state } = dokument;
  const refused = refusalOf(dokument, [
    ...placeObstacles(dokument),
    ...(state === 'gueltig' ? [] : [reject('dokument.notFinal', { betreff })]),
  ]);
  if (refused) return refused;
  if (dokument.version !== version) return reject('platform.stale');
  const saved = await setDokumentState(tx, dokumentId, 'entwurf');
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      ...{ dokumentId, nummer: dokument.newest.nummer, sha256: dokument.newest.sha256, reason },
      text: {
        de: `„${betreff}“ ist wieder Entwurf. Grund: ${reason}`,
        en: `“${betreff}” is a draft again. Reason: ${reason}`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return { version: saved };
});
