import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { insertEingang, type NewEingang } from './eingang.store.js';

export type ReceiveEingangInput = Omit<NewEingang, 'id' | 'mandantId'>;

/**
 * Takes an item whose bytes are already stored under their hash. The Eingang's id is the correlation id of everything
 * that follows. An item that the source has delivered before makes no second Eingang.
 */
export const receiveEingang = systemAct(
  'posteingang.receiveEingang',
  async (tx, input: ReceiveEingangInput): Promise<{ eingangId: Id | null; duplicateOf: Id | null }> => {
    const eingangId = newId();
    const inserted = await insertEingang(tx, { ...input, id: eingangId, mandantId: tx.mandantId });
    if (!inserted) return { eingangId: null, duplicateOf: null };
    tx.correlationId = eingangId;
    await tx.enqueue('posteingang.examine', eingangId, { eingangId });
    tx.protokoll({
      objectKind: 'eingang',
      objectId: eingangId,
      payload: { channel: input.channel, fileName: input.fileName, sha256: input.sha256, size: input.size },
    });
    tx.changed('eingang', eingangId);
    return { eingangId, duplicateOf: inserted.duplicateOf };
  },
);
