import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import type { Transaction } from '../platform/transaction.js';
import { saveDuplicates } from './duplicate.store.js';
import { eingangOfSource, insertEingang, type NewEingang } from './eingang.store.js';

export type ReceiveEingangInput = Omit<NewEingang, 'id' | 'mandantId'>;

export interface ReceivedEingang {
  readonly eingangId: Id;
  /** An earlier Eingang with the same bytes. */
  readonly duplicateOf: Id | null;
  /** `repeated`: the source has delivered this very item before, and it is the Eingang from then. */
  readonly delivery: 'first' | 'repeated';
}

/**
 * Takes an item whose bytes are already stored under their hash. The Eingang's id is the correlation id of everything
 * that follows. An item that the source has delivered before makes no second Eingang.
 */
export const receiveEingang = systemAct(
  'posteingang.receiveEingang',
  async (tx, input: ReceiveEingangInput): Promise<ReceivedEingang | Rejection> => {
    const eingangId = newId();
    const inserted = await insertEingang(tx, { ...input, id: eingangId, mandantId: tx.mandantId });
    if (!inserted) return deliveredBefore(tx, input);
    tx.correlationId = eingangId;
    const { duplicateOf } = inserted;
    if (duplicateOf) await saveDuplicates(tx, tx.mandantId, [{ eingangId, ofId: duplicateOf, reason: 'bytes' }]);
    await tx.enqueue('posteingang.examine', eingangId, { eingangId });
    tx.protokoll({
      objectKind: 'eingang',
      objectId: eingangId,
      payload: { channel: input.channel, fileName: input.fileName, sha256: input.sha256, size: input.size },
    });
    tx.changed('eingang', eingangId);
    return { eingangId, duplicateOf, delivery: 'first' };
  },
);

/** Other bytes under a known key are no repetition; taking them for one would lose them. */
async function deliveredBefore(tx: Transaction, input: ReceiveEingangInput): Promise<ReceivedEingang | Rejection> {
  const known = await eingangOfSource(tx, input);
  if (!known) throw new Error('An Eingang that could not be inserted is not there either');
  const { sha256, ...eingang } = known;
  return sha256 === input.sha256 ? { ...eingang, delivery: 'repeated' } : reject('platform.keyReused');
}
