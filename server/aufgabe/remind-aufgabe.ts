import { systemAct } from '../platform/act.js';
import { saveReminded } from './aufgabe.store.js';

/** Marks the open Aufgaben of an instance as reminded; they move up in the inbox and say so. */
export const remindAufgabe = systemAct(
  'aufgabe.remindAufgabe',
  async (tx, { instanceKey }: { instanceKey: string }) => {
    for (const { id, vorgangId, titel } of await saveReminded(tx, instanceKey, tx.clock.now())) {
      tx.protokoll({
        objectKind: 'vorgang',
        objectId: vorgangId,
        payload: { aufgabeId: id, text: { de: `Erinnert: ${titel.de}`, en: `Reminded: ${titel.en}` } },
      });
      tx.changed('aufgabe', id);
    }
    return {};
  },
);
