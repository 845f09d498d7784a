import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { recallable } from './eingang.js';
import { lockEingang } from './eingang.store.js';
import { saveReturned } from './forwarding.store.js';

const input = z.object({ eingangId: z.uuid(), version: z.int() });

/** Takes an Eingang back to the desk before its receiver has accepted it. Its reverse is `forwardEingang`. */
export const recallEingang = act('posteingang.recallEingang', input, async (tx, { eingangId, version }) => {
  tx.correlationId = eingangId;
  const eingang = recallable(await lockEingang(tx, eingangId), version);
  if (isRejection(eingang)) return eingang;
  const next = await saveReturned(tx, eingangId, null);
  const to = eingang.forwarding?.to ?? '';
  tx.protokoll({
    objectKind: 'eingang',
    objectId: eingangId,
    payload: { text: { de: `Eingang zurückgeholt von ${to}`, en: `Item recalled from ${to}` } },
  });
  tx.changed('eingang', eingangId);
  return { version: next };
});
