import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { authorOf } from '../platform/transaction.js';
import { reason } from '../platform/typed-text.js';
import { saveClosed } from './angebot.store.js';
import { answerLater } from './answer-later.js';
import { lockOpenAngebot } from './lock-open-angebot.js';

const input = z.object({ angebotId: z.uuid(), version: z.int(), reason });

/** Refuses what another Mandant offers. The reason goes back to it; who refused does not. */
export const refuseAngebot = act('weitergabe.refuseAngebot', input, async (tx, wanted) => {
  const found = await lockOpenAngebot(tx, wanted);
  if (isRejection(found)) return found;
  const { id, fromName, aktenzeichen } = found;
  const by = authorOf(tx.actor);
  await saveClosed(tx, id, { state: 'abgelehnt', at: tx.clock.now(), by, reason: wanted.reason });
  tx.correlationId = id;
  await answerLater(tx, found, 'abgelehnt', wanted.reason);
  tx.protokoll({
    objectKind: 'angebot',
    objectId: id,
    payload: { weitergabeId: id, from: fromName, aktenzeichen, reason: wanted.reason },
  });
  tx.changed('angebot', id);
  return { version: found.version + 1 };
});
