import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { answerable } from './eingang.js';
import { lockEingang } from './eingang.store.js';
import { saveAccepted } from './forwarding.store.js';

const input = z.object({ eingangId: z.uuid(), version: z.int() });

/** Takes on an Eingang that was forwarded: from now on it is this person's to file. Its reverse is `refuseEingang`. */
export const acceptEingang = act('posteingang.acceptEingang', input, async (tx, { eingangId, version }) => {
  tx.correlationId = eingangId;
  const eingang = answerable(await lockEingang(tx, eingangId), version, 'accept');
  if (isRejection(eingang)) return eingang;
  const { id, name } = personOf(tx);
  const next = await saveAccepted(tx, eingangId, id);
  tx.protokoll({
    objectKind: 'eingang',
    objectId: eingangId,
    payload: { text: { de: `Eingang angenommen von ${name}`, en: `Item accepted by ${name}` } },
  });
  tx.changed('eingang', eingangId);
  return { version: next };
});
