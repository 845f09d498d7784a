import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import type { Transaction } from '../platform/transaction.js';
import { isToErase } from './ersuchen.js';
import { eraseContent, listEndedWithoutVorgang, lockErsuchen } from './ersuchen.store.js';

/**
 * Erases what was asked of us where no Vorgang of ours came of it: subject, question, Frist and names of Dokumente, and the rows'
 * content of the Protokoll that says them. Whoever asked has it all in a Vorgang; here it serves nobody any more
 * (Art. 5 Abs. 1 Buchst. e, Art. 17 Abs. 1 Buchst. a DSGVO).
 */
export const eraseErsuchen = systemAct(
  'ersuchen.eraseErsuchen',
  async (tx, { ersuchenId }: { readonly ersuchenId: Id }): Promise<object> => {
    const found = await lockErsuchen(tx, ersuchenId);
    if (!found || !isToErase(found, tx.clock.now())) return {};
    const sequences = await eraseContent(tx, ersuchenId, tx.clock.now());
    tx.protokoll({
      objectKind: 'ersuchen',
      objectId: ersuchenId,
      payload: {
        ...{ from: found.otherName, sequences },
        text: {
          de: `Inhalt eines Ersuchens von „${found.otherName}“ gelöscht. Grund: Hier ist kein Vorgang daraus geworden.`,
          en: `Content of a request of “${found.otherName}” erased. Reason: No case has come of it here.`,
        },
      },
    });
    tx.changed('ersuchen', ersuchenId);
    return {};
  },
);

/** Erases what is due: what was taken back, and what was refused long enough ago. */
export async function sweepErsuchen(tx: Transaction): Promise<void> {
  for (const ersuchenId of await listEndedWithoutVorgang(tx)) await eraseErsuchen(tx, { ersuchenId });
}
