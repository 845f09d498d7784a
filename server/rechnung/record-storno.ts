import type { Id } from '../contract/views.js';
import { discardDrafts } from '../dokument/discard-drafts.js';
import { systemAct } from '../platform/act.js';

/** Carries out what a Storno means for the records: drafts are discarded, nothing is deleted. */
export const recordStorno = systemAct('rechnung.recordStorno', async (tx, { vorgangId }: { vorgangId: Id }) => {
  const discarded = await discardDrafts(tx, vorgangId);
  tx.protokoll({
    objectKind: 'vorgang',
    objectId: vorgangId,
    payload: { discarded, text: { de: 'Ablauf storniert', en: 'Process cancelled' } },
  });
  tx.changed('vorgang', vorgangId);
  return {};
});
