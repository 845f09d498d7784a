import { tellTaken } from '../notification/tell.js';
import { systemAct } from '../platform/act.js';
import { saveWithdrawn, type WhichAufgabe } from './aufgabe.store.js';

/** Takes an Aufgabe out of the inbox because what it asks for is gone: its step of the process, or whoever wanted it. */
export const withdrawAufgabe = systemAct('aufgabe.withdrawAufgabe', async (tx, which: WhichAufgabe) => {
  const withdrawn = await saveWithdrawn(tx, which);
  if (!withdrawn) return {};
  tx.protokoll({ objectKind: 'aufgabe', objectId: withdrawn.id, payload: { vorgangId: withdrawn.vorgangId } });
  await tellTaken(tx, withdrawn);
  tx.changed('aufgabe', withdrawn.id);
  return {};
});
