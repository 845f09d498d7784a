import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { tellHandedOver } from '../notification/tell.js';
import { act } from '../platform/act.js';
import { saveAssignee } from './aufgabe.store.js';
import { inVertretung, lockWorkable, standingInFor } from './lock-workable.js';

const input = z.object({ aufgabeId: z.uuid(), version: z.int() });

/** Gives an Aufgabe back to its group. Its reverse is `claimAufgabe`. */
export const releaseAufgabe = act('aufgabe.releaseAufgabe', input, async (tx, { aufgabeId, version }) => {
  const workable = await lockWorkable(tx, aufgabeId, version);
  if (isRejection(workable)) return workable;
  const { aufgabe, fuer } = workable;
  if (!aufgabe.assigneeId || !aufgabe.candidateRole) return reject('aufgabe.notClaimed');
  const next = await tx.asSystem((all) => saveAssignee(all, aufgabe, null, null));
  await tellHandedOver(tx, aufgabe, null);
  const text = { de: `Zurückgegeben: ${aufgabe.titel.de}`, en: `Released: ${aufgabe.titel.en}` };
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: aufgabe.vorgangId,
    payload: { aufgabeId, ...standingInFor(fuer), text: inVertretung(text, fuer) },
  });
  tx.changed('aufgabe', aufgabeId);
  return { version: next };
});
