import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { reason as reasonInput } from '../platform/typed-text.js';
import { answerable } from './eingang.js';
import { lockEingang } from './eingang.store.js';
import { saveReturned } from './forwarding.store.js';

const input = z.object({ eingangId: z.uuid(), version: z.int(), reason: reasonInput });

/** Sends an Eingang back that was forwarded, accepted or not: it lies at the desk again, with the reason. */
export const refuseEingang = act('posteingang.refuseEingang', input, async (tx, { eingangId, version, reason }) => {
  tx.correlationId = eingangId;
  const eingang = answerable(await lockEingang(tx, eingangId), version, 'refuse');
  if (isRejection(eingang)) return eingang;
  const from = personOf(tx).name;
  const at = tx.clock.now().toISOString();
  // It is out of this person's sight from now on.
  const next = await tx.asSystem((all) => saveReturned(all, eingangId, { from, reason, at }));
  tx.protokoll({
    objectKind: 'eingang',
    objectId: eingangId,
    payload: {
      reason,
      text: { de: `Eingang zurückgegeben von ${from}: ${reason}`, en: `Item sent back by ${from}: ${reason}` },
    },
  });
  tx.changed('eingang', eingangId);
  return { version: next };
});
