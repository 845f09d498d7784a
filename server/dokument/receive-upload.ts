import type { Readable } from 'node:stream';
import { safeName } from '../../connectors/api/safe-name.js';
import type { UploadView } from '../contract/dokument-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import type { UploadedFile } from '../platform/http/routes.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Examiner } from '../posteingang/examination/examine.js';
import { keepUpload, type KeepUploadInput } from './keep-upload.js';

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
export function createReceiveUpload(parts: ReceiveUploadParts): ReceiveUpload {
  const receiveFile = createReceiveFile(parts);
  return async (context, { name, bytes, idempotencyKey }) => {
    const received = await receiveFile(safeName(name, 'Unbenannt'), bytes);
    if (isRejection(received)) return received;
    return parts.runner.run(context, keepUpload, { ...received, idempotencyKey });
  };
}

/** Bytes that are stored and in which nothing dangerous was found. */
export type ReceivedFile = Pick<KeepUploadInput, 'file' | 'examination'>;

export type ReceiveFile = (name: string, bytes: Readable, expectedSize?: number) => Promise<ReceivedFile | Rejection>;

/** The part of it before any row: whoever brings bytes, an editor server too, goes through here. */
export function createReceiveFile({ objects, examiner, largestItem }: Omit<ReceiveUploadParts, 'runner'>): ReceiveFile {
  return async (name, bytes, expectedSize) => {
    const stored = await objects.put(bytes, {
      maximumSize: largestItem,
      ...(expectedSize === undefined ? {} : { expectedSize }),
    });
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
    return { file, examination };
  };
}
