import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { workable } from './aufgabe.js';
import { saveAssignee } from './aufgabe.store.js';
import { lockAufgabe } from './lock-aufgabe.js';

const input = z.object({ aufgabeId: z.uuid(), version: z.int() });

/** Takes an Aufgabe of the group for oneself. Its reverse is `releaseAufgabe`. */
export const claimAufgabe = act('aufgabe.claimAufgabe', input, async (tx, { aufgabeId, version }) => {
  const person = personOf(tx);
  const aufgabe = workable(await lockAufgabe(tx, aufgabeId), person, version);
  if (isRejection(aufgabe)) return aufgabe;
  const next = await saveAssignee(tx, aufgabe, person.id, null);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: aufgabe.vorgangId,
    payload: { aufgabeId, text: { de: `Übernommen: ${aufgabe.titel.de}`, en: `Claimed: ${aufgabe.titel.en}` } },
  });
  tx.changed('aufgabe', aufgabeId);
  return { version: next };
});
