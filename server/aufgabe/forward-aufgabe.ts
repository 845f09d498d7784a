import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { findColleague } from '../identity/identity.queries.js';
import { tellHandedOver } from '../notification/tell.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { mayReceive } from './aufgabe.js';
import { saveAssignee } from './aufgabe.store.js';
import { inVertretung, lockWorkable, standingInFor } from './lock-workable.js';

const input = z.object({ aufgabeId: z.uuid(), version: z.int(), personId: z.uuid(), note: z.string().max(2_000) });

/** Hands an Aufgabe over to another person, with a note. Its reverse is handing it back. */
export const forwardAufgabe = act(
  'aufgabe.forwardAufgabe',
  input,
  async (tx, { aufgabeId, version, personId, note }) => {
    const giver = personOf(tx);
    const workable = await lockWorkable(tx, aufgabeId, version);
    if (isRejection(workable)) return workable;
    const { aufgabe, fuer } = workable;
    const receiver = await findColleague(tx, personId);
    if (!receiver) return reject('platform.notFound');
    if (!mayReceive(aufgabe, receiver)) return reject('aufgabe.wrongRecipient', { name: receiver.name });
    const from = inVertretung({ de: giver.name, en: giver.name }, fuer).de;
    const handover = { from, note, at: tx.clock.now().toISOString() };
    // Where only the Aufgabe let the giver see the Vorgang, its row is out of the giver's sight with this very change.
    const next = await tx.asSystem((all) => saveAssignee(all, aufgabe, receiver.id, handover));
    await tellHandedOver(tx, aufgabe, receiver.id);
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: aufgabe.vorgangId,
      payload: {
        aufgabeId,
        note,
        ...standingInFor(fuer),
        text: inVertretung(
          {
            de: `Weitergegeben an ${receiver.name}: ${aufgabe.titel.de}`,
            en: `Handed over to ${receiver.name}: ${aufgabe.titel.en}`,
          },
          fuer,
        ),
      },
    });
    tx.changed('aufgabe', aufgabeId);
    return { version: next };
  },
);
