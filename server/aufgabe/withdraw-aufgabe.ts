import { systemAct } from '../platform/act.js';
import { saveWithdrawn } from './aufgabe.store.js';

/** Takes an Aufgabe out of the inbox because its step of the process is gone (Storno, interrupting event). */
export const withdrawAufgabe = systemAct('aufgabe.withdrawAufgabe', async (tx, { jobKey }: { jobKey: string }) => {
  const withdrawn = await saveWithdrawn(tx, jobKey);
  if (!withdrawn) return {};
  tx.protokoll({ objectKind: 'aufgabe', objectId: withdrawn.id, payload: { vorgangId: withdrawn.vorgangId } });
  tx.changed('aufgabe', withdrawn.id);
  return {};
});
