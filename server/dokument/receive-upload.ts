import { safeName } from '../../connectors/api/safe-name.js';
import type { UploadView } from '../contract/dokument-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import type { UploadedFile } from '../platform/http/routes.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Examiner } from '../posteingang/examination/examine.js';
import { keepUpload } from './keep-upload.js';

export interface ReceiveUploadParts {
  readonly objects: ObjectStore;
  readonly examiner: Examiner;
  readonly runner: ActRunner;
  /** Bytes; a larger file is refused as a whole. */
  readonly largestItem: number;
}

export type ReceiveUpload = (context: ActContext, file: UploadedFile) => Promise<UploadView | Rejection>;

/**
 * Takes a file of a person: stored under its hash before anything reads it, then examined like every letter, beside the
 * server. What the examination would put into quarantine becomes no upload; its bytes are swept after a day.
 */
export function createReceiveUpload({ objects, examiner, runner, largestItem }: ReceiveUploadParts): ReceiveUpload {
  return async (context, { name: wish, bytes, idempotencyKey }) => {
    const name = safeName(wish, 'Unbenannt');
    const stored = await objects.put(bytes, { maximumSize: largestItem });
    if (isRejection(stored)) return stored;
    const source = await objects.get(stored.sha256);
    const examined = await examiner.examine(source, name, stored).finally(() => source.destroy());
    if (isRejection(examined)) return examined;
    await examined.discard();
    const { examination } = examined;
    if (examination.outcome === 'quarantaene') {
      const { de = '', en = '' } = examination.reason ?? {};
      return reject('dokument.quarantined', { name, reason: de, reasonEn: en });
    }
    const file = { ...stored, name, mime: examination.mime };
    return runner.run(context, keepUpload, { file, examination, idempotencyKey });
  };
}
