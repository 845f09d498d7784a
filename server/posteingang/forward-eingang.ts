import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { authorOf } from '../platform/transaction.js';
import { linesOfText } from '../platform/typed-text.js';
import { onDesk } from './eingang.js';
import { lockEingang } from './eingang.store.js';
import { receiverName, saveForwarded } from './forwarding.store.js';

const input = z.object({
  eingangId: z.uuid(),
  version: z.int(),
  receiver: z.object({ kind: z.enum(['person', 'unit']), id: z.uuid() }),
  note: linesOfText(2_000),
});

/** Gives an Eingang to a person or a unit, who files it or sends it back. Its reverse is `recallEingang`. */
export const forwardEingang = act(
  'posteingang.forwardEingang',
  input,
  async (tx, { eingangId, version, receiver, note }) => {
    tx.correlationId = eingangId;
    const eingang = onDesk(await lockEingang(tx, eingangId), version);
    if (isRejection(eingang)) return eingang;
    const to = await receiverName(tx, receiver);
    if (to === null) return reject('posteingang.noReceiver');
    const at = tx.clock.now().toISOString();
    const next = await saveForwarded(tx, eingangId, receiver, { from: authorOf(tx.actor), to, note, at });
    tx.protokoll({
      objectKind: 'eingang',
      objectId: eingangId,
      payload: {
        ...{ receiver, note },
        text: { de: `Eingang weitergegeben an ${to}`, en: `Item forwarded to ${to}` },
      },
    });
    tx.changed('eingang', eingangId);
    return { version: next };
  },
);
