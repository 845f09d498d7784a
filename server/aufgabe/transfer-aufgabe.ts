import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { findColleague } from '../identity/identity.queries.js';
import { personInArea } from '../identity/transfer-area.js';
import { tellHandedOver } from '../notification/tell.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import type { Transaction } from '../platform/transaction.js';
import { mayReceive, type Aufgabe } from './aufgabe.js';
import { isClearedFor, saveAssignee } from './aufgabe.store.js';
import { lockAufgabe } from './lock-aufgabe.js';

const input = z.object({ aufgabeId: z.uuid(), fromId: z.uuid(), toId: z.uuid().nullable(), reason });

/**
 * Hands an open Aufgabe of somebody who leaves to another person, or back to its group. Whoever does this for them need not
 * see the record: they learn that it was an Aufgabe, and whether it went.
 */
export const transferAufgabe = act(
  'aufgabe.transferAufgabe',
  input,
  async (tx, { aufgabeId, fromId, toId, reason }) => {
    const leaving = await personInArea(tx, fromId);
    if (isRejection(leaving)) return leaving;
    return tx.asSystem(async (all) => {
      const aufgabe = await lockAufgabe(all, aufgabeId);
      if (!aufgabe || aufgabe.assigneeId !== fromId) return reject('platform.notFound');
      if (aufgabe.state !== 'offen') return reject('aufgabe.alreadyDone');
      const receiver = await receiverOf(all, aufgabe, toId);
      if (isRejection(receiver)) return receiver;
      const handover = { from: leaving.name, note: reason, at: tx.clock.now().toISOString() };
      await saveAssignee(all, aufgabe, toId, handover);
      await tellHandedOver(all, aufgabe, toId);
      const [de, en] = [receiver ?? 'die Gruppe', receiver ?? 'the group'];
      tx.protokoll({
        objectKind: 'vorgang',
        objectId: aufgabe.vorgangId,
        payload: {
          ...{ aufgabeId, fromId, toId, reason },
          text: {
            de: `Von ${leaving.name} an ${de} übergeben: ${aufgabe.titel.de}. Grund: ${reason}`,
            en: `Transferred from ${leaving.name} to ${en}: ${aufgabe.titel.en}. Reason: ${reason}`,
          },
        },
      });
      tx.changed('aufgabe', aufgabeId);
      return { aufgabeId };
    });
  },
);

/** Name of whoever gets it; null for its group. */
async function receiverOf(all: Transaction, aufgabe: Aufgabe, toId: Id | null): Promise<string | null | Rejection> {
  if (toId === null) return aufgabe.candidateRole === null ? reject('aufgabe.noGroup') : null;
  const receiver = await findColleague(all, toId);
  if (!receiver || toId === aufgabe.assigneeId) return reject('platform.notFound');
  if (!mayReceive(aufgabe, receiver)) return reject('aufgabe.wrongRecipient', { name: receiver.name });
  // An Aufgabe that its person may not see would lie there for ever.
  if (!(await isClearedFor(all, aufgabe.id, toId, all.clock.today()))) {
    return reject('aufgabe.recipientNotCleared', { name: receiver.name });
  }
  return receiver.name;
}
