import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { authorOf } from '../platform/transaction.js';
import { reason } from '../platform/typed-text.js';
import { findErsuchen, removeTravelling, saveEnded } from './ersuchen.store.js';
import { lockShown } from './lock-ersuchen.js';
import { tellVorgang } from './tell-vorgang.js';

const input = z.object({ ersuchenId: z.uuid(), version: z.int(), reason });

/** Takes an Ersuchen of ours back. The other side learns the reason; what it has accepted already stays its record. */
export const recallErsuchen = act('ersuchen.recallErsuchen', input, async (tx, wanted) => {
  const seen = await findErsuchen(tx, wanted.ersuchenId);
  if (!seen?.vorgangId) return reject('platform.notFound');
  await tx.requireRight('work', 'vorgang', seen.vorgangId);
  const found = await lockShown(tx, wanted, 'gestellt', ['offen', 'angenommen']);
  if (isRejection(found)) return found;
  const { id, otherName, otherMandantId: toMandantId, betreff } = found;
  const ended = { state: 'zurueckgenommen', at: tx.clock.now(), by: authorOf(tx.actor), text: wanted.reason } as const;
  await saveEnded(tx, id, ended);
  await removeTravelling(tx, id);
  await tx.enqueue('ersuchen.close', id, { ersuchenId: id, toMandantId, reason: wanted.reason });
  tellVorgang(
    tx,
    { id, vorgangId: seen.vorgangId },
    {
      de: `Ersuchen an „${otherName}“ zurückgenommen: ${betreff}. Grund: ${wanted.reason}`,
      en: `Request to “${otherName}” taken back: ${betreff}. Reason: ${wanted.reason}`,
    },
    { reason: wanted.reason },
  );
  return { version: found.version + 1 };
});
