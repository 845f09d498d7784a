import type { Examination } from '../contract/examination.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { UploadView } from '../contract/dokument-views.js';
import { systemAct } from '../platform/act.js';
import type { StoredFile } from '../platform/http/routes.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { insertUpload, uploadOfKey } from './upload.store.js';
import { uploadView } from './upload.views.js';

export interface KeepUploadInput {
  /** Bytes that are already in the object store. */
  readonly file: StoredFile;
  readonly examination: Examination;
  readonly idempotencyKey: string | null;
}

/** Keeps what a person has sent until it becomes a version. The same key gives the same upload. */
export const keepUpload = systemAct(
  'dokument.keepUpload',
  async (tx, { file, examination, idempotencyKey }: KeepUploadInput): Promise<UploadView | Rejection> => {
    const { id: personId } = personOf(tx);
    const upload = { id: newId(), file, examination, uploadedAt: tx.clock.now() };
    const kept = await insertUpload(tx, { ...upload, mandantId: tx.mandantId, personId, idempotencyKey });
    if (!kept) {
      const known = idempotencyKey === null ? null : await uploadOfKey(tx, personId, idempotencyKey);
      return known?.file.sha256 === file.sha256 ? uploadView(known) : reject('platform.keyReused');
    }
    tx.protokoll({
      objectKind: 'upload',
      objectId: upload.id,
      payload: { sha256: file.sha256, size: file.size, fileName: file.name },
    });
    return uploadView(upload);
  },
);
