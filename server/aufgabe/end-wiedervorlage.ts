import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { inVertretung, lockWorkable, standingInFor } from './lock-workable.js';
import { deleteWiedervorlage, findWiedervorlage } from './wiedervorlage.store.js';

const input = z.object({ aufgabeId: z.uuid() });

/** Takes back the own Wiedervorlage of an Aufgabe, before its day or after. Its reverse is `setWiedervorlage`. */
export const endWiedervorlage = act('aufgabe.endWiedervorlage', input, async (tx, { aufgabeId }) => {
  const workable = await lockWorkable(tx, aufgabeId, 'any');
  if (isRejection(workable)) return workable;
  const { aufgabe, fuer } = workable;
  const person = personOf(tx);
  const before = await findWiedervorlage(tx, aufgabeId, person.id);
  if (!before) return reject('aufgabe.noWiedervorlage');
  await deleteWiedervorlage(tx, aufgabeId, person.id);
  const text = { de: `Wiedervorlage aufgehoben: ${aufgabe.titel.de}`, en: `Resubmission ended: ${aufgabe.titel.en}` };
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: aufgabe.vorgangId,
    payload: { aufgabeId, ...standingInFor(fuer), text: inVertretung(text, fuer) },
  });
  tx.changed('aufgabe', aufgabeId);
  return { aufgabeId, before };
});
