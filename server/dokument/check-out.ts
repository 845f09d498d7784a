import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { insertCheckout } from './checkout.store.js';
import { changeObstacles, refusalOf } from './dokument.js';
import { lockDokumentForChange } from './lock-dokument.js';

const input = z.object({ dokumentId: z.uuid(), version: z.int() });

/** A person takes a draft along to work on it. Until it comes back nobody else changes it. */
export const checkOut = act('dokument.checkOut', input, async (tx, { dokumentId, version }) => {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const { dokument, vorgang } = locked;
  const refused = refusalOf(dokument, changeObstacles(dokument));
  if (refused) return refused;
  if (dokument.version !== version) return reject('platform.stale');
  const { id: personId } = personOf(tx);
  const baseNummer = dokument.newest.nummer;
  await insertCheckout(tx, {
    ...{ id: newId(), mandantId: tx.mandantId, dokumentId, personId, baseNummer },
    since: tx.clock.now(),
  });
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgang.id,
    payload: {
      dokumentId,
      baseNummer,
      text: {
        de: `„${dokument.betreff}“ ausgecheckt, Fassung ${baseNummer}`,
        en: `“${dokument.betreff}” checked out, version ${baseNummer}`,
      },
    },
  });
  tx.changed('vorgang', vorgang.id);
  return { nummer: baseNummer };
});
