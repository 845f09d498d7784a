import { z } from 'zod';
import { positionForAkte } from '../aktenplan/aktenplan.queries.js';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { authorOf } from '../platform/transaction.js';
import { saveAccepted } from './angebot.store.js';
import { lockOpenAngebot } from './lock-open-angebot.js';

const input = z.object({ angebotId: z.uuid(), version: z.int(), einheitId: z.uuid() });

/**
 * Accepts what another Mandant offers, into a new Akte under a position of ours. A job examines the package like every letter
 * and takes it over; until then the responsibility stays where it was.
 */
export const acceptAngebot = act('weitergabe.acceptAngebot', input, async (tx, { einheitId, ...wanted }) => {
  const found = await lockOpenAngebot(tx, wanted);
  if (isRejection(found)) return found;
  await tx.requireRight('work', 'aktenplaneinheit', einheitId);
  const position = await positionForAkte(tx, einheitId, tx.clock.today());
  if (isRejection(position)) return position;
  const { id, fromName, aktenzeichen } = found;
  await saveAccepted(tx, id, position.id, tx.clock.now(), authorOf(tx.actor));
  tx.correlationId = id;
  await tx.enqueue('weitergabe.takeOver', `${id} ${found.version + 1}`, { angebotId: id });
  const { kennzeichen } = position;
  tx.protokoll({
    objectKind: 'angebot',
    objectId: id,
    payload: { weitergabeId: id, from: fromName, aktenzeichen, kennzeichen },
  });
  tx.changed('angebot', id);
  return { version: found.version + 1 };
});
