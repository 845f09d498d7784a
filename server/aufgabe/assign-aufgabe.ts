import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { listColleagues } from '../identity/identity.queries.js';
import { personInArea } from '../identity/transfer-area.js';
import { tellHandedOver } from '../notification/tell.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { mayReceive, type Aufgabe } from './aufgabe.js';
import { isClearedFor, saveAssignee } from './aufgabe.store.js';
import { lockInWorkArea } from './work-area.js';

const input = z.object({ aufgabeId: z.uuid(), toId: z.uuid().nullable(), reason });

/**
 * Distributes: whoever coordinates a unit gives an open Aufgabe of it to one of its people, or back to its group, whoever has
 * it now. They act on what they see themselves; the reason stands in the Vorgang. Its reverse is to assign it back.
 */
export const assignAufgabe = act('aufgabe.assignAufgabe', input, async (tx, { aufgabeId, toId, reason }) => {
  const aufgabe = await lockInWorkArea(tx, aufgabeId);
  if (isRejection(aufgabe)) return aufgabe;
  const receiver = await receiverOf(tx, aufgabe, toId);
  if (isRejection(receiver)) return receiver;
  const coordinator = personOf(tx);
  const handover = { from: coordinator.name, note: reason, at: tx.clock.now().toISOString() };
  // Where only this Aufgabe let the coordinator see the Vorgang, its row is out of sight with this very change.
  await tx.asSystem((all) => saveAssignee(all, aufgabe, toId, handover));
  await tellHandedOver(tx, aufgabe, toId);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: aufgabe.vorgangId,
    payload: {
      ...{ aufgabeId, fromId: aufgabe.assigneeId, toId, reason },
      text: {
        de: `${receiver ? `Zugeteilt an ${receiver}` : 'Der Gruppe zurückgegeben'}: ${aufgabe.titel.de}. Grund: ${reason}`,
        en: `${receiver ? `Assigned to ${receiver}` : 'Given back to its group'}: ${aufgabe.titel.en}. Reason: ${reason}`,
      },
    },
  });
  tx.changed('aufgabe', aufgabeId);
  return { fromId: aufgabe.assigneeId };
});

/** Name of whoever gets it; null for its group. */
async function receiverOf(tx: Transaction, aufgabe: Aufgabe, toId: Id | null): Promise<string | null | Rejection> {
  if (toId === aufgabe.assigneeId) return reject('aufgabe.liesThere');
  if (toId === null) return aufgabe.candidateRole === null ? reject('aufgabe.noGroup') : null;
  const receiver = (await listColleagues(tx)).find(({ id }) => id === toId);
  if (!receiver || isRejection(await personInArea(tx, toId))) return reject('aufgabe.outsideArea');
  if (!mayReceive(aufgabe, receiver)) return reject('aufgabe.wrongRecipient', { name: receiver.name });
  // An Aufgabe that its person may not see would lie there for ever.
  const cleared = await tx.asSystem((all) => isClearedFor(all, aufgabe.id, toId, tx.clock.today()));
  return cleared ? receiver.name : reject('aufgabe.recipientNotCleared', { name: receiver.name });
}
