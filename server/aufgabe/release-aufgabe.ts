import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { workable } from './aufgabe.js';
import { saveAssignee } from './aufgabe.store.js';
import { lockAufgabe } from './lock-aufgabe.js';

const input = z.object({ aufgabeId: z.uuid(), version: z.int() });

/** Gives an Aufgabe back to its group. Its reverse is `claimAufgabe`. */
export const releaseAufgabe = act('aufgabe.releaseAufgabe', input, async (tx, { aufgabeId, version }) => {
  const aufgabe = workable(await lockAufgabe(tx, aufgabeId), personOf(tx), version);
  if (isRejection(aufgabe)) return aufgabe;
  if (!aufgabe.assigneeId || !aufgabe.candidateRole) return reject('aufgabe.notClaimed');
  const next = await tx.asSystem((all) => saveAssignee(all, aufgabe, null, null));
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: aufgabe.vorgangId,
    payload: { aufgabeId, text: { de: `Zurückgegeben: ${aufgabe.titel.de}`, en: `Released: ${aufgabe.titel.en}` } },
  });
  tx.changed('aufgabe', aufgabeId);
  return { version: next };
});
