import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import type { Id } from '../contract/views.js';
import type { ReceivedFile } from './receive-upload.js';
import { deleteUpload, insertUpload } from './upload.store.js';

export interface KeepDraftInput extends ReceivedFile {
  readonly dokumentId: Id;
  /** The draft before, which this one takes the place of. */
  readonly replaces: Id | null;
}

/**
 * Keeps what an editor has saved of a Dokument, as an upload of whoever has it checked out: one at a time, however often it
 * saves. It becomes a version with the check-in; where that is refused it waits with its person like every upload.
 */
export const keepDraft = systemAct(
  'dokument.keepDraft',
  async (tx, { dokumentId, replaces, file, examination }: KeepDraftInput) => {
    const { id: personId } = personOf(tx);
    const upload = { id: newId(), file, examination, uploadedAt: tx.clock.now() };
    await insertUpload(tx, { ...upload, mandantId: tx.mandantId, personId, idempotencyKey: null });
    if (replaces !== null) await deleteUpload(tx, replaces, personId);
    tx.protokoll({
      objectKind: 'upload',
      objectId: upload.id,
      payload: { dokumentId, sha256: file.sha256, size: file.size, replaces },
    });
    return { uploadId: upload.id };
  },
);
