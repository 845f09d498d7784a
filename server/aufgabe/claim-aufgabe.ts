import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { saveAssignee } from './aufgabe.store.js';
import { inVertretung, lockWorkable, standingInFor } from './lock-workable.js';

const input = z.object({ aufgabeId: z.uuid(), version: z.int() });

/**
 * Takes an Aufgabe of the group for oneself. Its reverse is `releaseAufgabe`. A deputy takes it for whom they stand in for:
 * it lies with the absent person, whose it still is when the Vertretung ends.
 */
export const claimAufgabe = act('aufgabe.claimAufgabe', input, async (tx, { aufgabeId, version }) => {
  const workable = await lockWorkable(tx, aufgabeId, version);
  if (isRejection(workable)) return workable;
  const { aufgabe, fuer } = workable;
  const next = await saveAssignee(tx, aufgabe, (fuer ?? personOf(tx)).id, null);
  const text = { de: `Übernommen: ${aufgabe.titel.de}`, en: `Claimed: ${aufgabe.titel.en}` };
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: aufgabe.vorgangId,
    payload: { aufgabeId, ...standingInFor(fuer), text: inVertretung(text, fuer) },
  });
  tx.changed('aufgabe', aufgabeId);
  return { version: next };
});
