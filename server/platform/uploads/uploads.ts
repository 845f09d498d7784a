import type { Readable } from 'node:stream';
import { isRejection, reject, type Rejection } from '../../contract/rejections.js';
import type { UploadProgress } from '../../contract/upload-views.js';
import type { Id } from '../../contract/views.js';
import type { ActContext, ActRunner } from '../act-runner.js';
import { newId } from '../ids.js';
import type { ObjectStore } from '../objects/object-store.js';
import { personOf, type Transaction } from '../transaction.js';
import { bytesOfParts, DamagedPart } from './assemble-upload.js';
import {
  addPart,
  deleteUpload,
  findUpload,
  insertUpload,
  lockUploadsOf,
  partsOfUpload,
  saveWhole,
  type Upload,
} from './upload.store.js';

/** One piece on its way in. */
export interface IncomingPart {
  /** Where in the file it begins. */
  readonly start: number;
  /** SHA-256 that the sender computed; null where it could not. */
  readonly sha256: string | null;
  readonly bytes: Readable;
}

export interface NewFile {
  readonly fileName: string;
  readonly size: number;
  /** SHA-256 of the whole file where the sender knows it. */
  readonly sha256: string | null;
}

export interface Uploads {
  begin(context: ActContext, file: NewFile): Promise<UploadProgress | Rejection>;
  /** Stores the next piece. What arrives of a line that breaks is dropped: the sender repeats this piece. */
  receive(context: ActContext, uploadId: Id, part: IncomingPart): Promise<UploadProgress | Rejection>;
  /** Makes one object of all pieces. Asking again answers the same. */
  finish(context: ActContext, uploadId: Id): Promise<UploadProgress | Rejection>;
  cancel(context: ActContext, uploadId: Id): Promise<object | Rejection>;
}

export interface UploadParts {
  readonly runner: ActRunner;
  readonly objects: ObjectStore;
  /** Bytes; a larger file is refused before it is sent. */
  readonly largestItem: number;
  /** Bytes that the disk of the pieces has left; Infinity where nobody can tell. */
  readonly freeBytes: () => Promise<number>;
}

/** What a page sends again after a break, and what one request takes: at 10 Mbit/s a piece of 8 MB takes seven seconds. */
export const LARGEST_PART = 32_000_000;
/** Per person: more than anybody drops on a page at once, and too few to fill a table. */
const MOST_UPLOADS = 50;
// Pieces stay until the sweeper comes, a day at most; so a file needs its room twice, and the rest of the house some more.
const ROOM_FACTOR = 2;
const RESERVED_BYTES = 500_000_000;

/**
 * Resumable uploads, as tus 1.0 and the IETF draft have them, in the smallest form that holds: a piece is put into the
 * object store and counts when its row is committed. There is no half piece, no state in a process and no file that two
 * servers could write to; whichever server is asked knows how far the upload is.
 */
export function createUploads(parts: UploadParts): Uploads {
  const { runner, objects } = parts;
  /** Joined by a second request for the same upload: a proxy that gave up on the first one asks again. */
  const finishing = new Map<Id, Promise<UploadProgress | Rejection>>();
  return {
    begin: async (context, file) => {
      const { size } = file;
      if (size > parts.largestItem) return tooLarge(parts.largestItem);
      if (size > 0 && (await parts.freeBytes()) < size * ROOM_FACTOR + RESERVED_BYTES) {
        return reject('platform.storageFull');
      }
      return runner.transaction(context, (tx) => insert(tx, file));
    },
    receive: (context, uploadId, part) => receivePart(runner, objects, context, uploadId, part),
    finish: (context, uploadId) => {
      const running = finishing.get(uploadId);
      if (running) return running.then(() => runner.transaction(context, (tx) => viewOf(tx, uploadId)));
      const work = finishUpload(runner, objects, context, uploadId).finally(() => finishing.delete(uploadId));
      finishing.set(uploadId, work);
      return work;
    },
    cancel: (context, uploadId) =>
      runner.transaction(context, async (tx) => {
        const upload = await findUpload(tx, personOf(tx).id, uploadId, 'lock');
        if (!upload) return reject('platform.notFound');
        await deleteUpload(tx, uploadId);
        return {};
      }),
  };
}

async function insert(tx: Transaction, { fileName, size, sha256 }: NewFile): Promise<UploadProgress | Rejection> {
  const personId = personOf(tx).id;
  const found = await lockUploadsOf(tx, personId);
  if (found >= MOST_UPLOADS) return reject('upload.tooMany', { limit: MOST_UPLOADS, found });
  const upload = { id: newId(), fileName, size, announced: sha256 };
  await insertUpload(tx, { ...upload, mandantId: tx.mandantId, personId, at: tx.clock.now() });
  return asView({ ...upload, received: 0, sha256: null });
}

async function receivePart(
  runner: ActRunner,
  objects: ObjectStore,
  context: ActContext,
  uploadId: Id,
  part: IncomingPart,
): Promise<UploadProgress | Rejection> {
  // The line may break while the row is read; the loop in `put` hears of it, and nobody listens before.
  part.bytes.on('error', () => undefined);
  const upload = await runner.transaction(context, (tx) => readyFor(tx, uploadId, part.start));
  if (isRejection(upload)) return upload;
  const left = upload.size - part.start;
  const stored = await objects.put(part.bytes, { maximumSize: Math.min(left, LARGEST_PART) });
  if (isRejection(stored)) {
    if (stored.code !== 'platform.tooLarge') return stored;
    return left < LARGEST_PART ? reject('upload.beyondEnd', { size: upload.size }) : tooLarge(LARGEST_PART);
  }
  if (part.sha256 !== null && part.sha256 !== stored.sha256) return reject('upload.changedOnTheWay');
  return runner.transaction(context, async (tx) => {
    const still = await readyFor(tx, uploadId, part.start);
    if (isRejection(still)) return still;
    if (stored.size === 0) return asView(still);
    await addPart(tx, tx.mandantId, uploadId, { start: part.start, ...stored }, tx.clock.now());
    return asView({ ...still, received: part.start + stored.size });
  });
}

/** The upload, locked, if the next piece begins there. A piece that has arrived twice is refused the second time. */
async function readyFor(tx: Transaction, uploadId: Id, start: number): Promise<Upload | Rejection> {
  const upload = await findUpload(tx, personOf(tx).id, uploadId, 'lock');
  if (!upload) return reject('platform.notFound');
  if (upload.received === start) return upload;
  return reject('upload.wrongPlace', { expected: upload.received, found: start });
}

async function finishUpload(
  runner: ActRunner,
  objects: ObjectStore,
  context: ActContext,
  uploadId: Id,
): Promise<UploadProgress | Rejection> {
  const begun = await runner.transaction(context, async (tx) => {
    const upload = await findUpload(tx, personOf(tx).id, uploadId);
    if (!upload) return reject('platform.notFound');
    if (upload.received < upload.size) return reject('upload.incomplete', upload as { size: number; received: number });
    return { upload, pieces: await partsOfUpload(tx, uploadId) };
  });
  if (isRejection(begun)) return begun;
  const { upload, pieces } = begun;
  if (upload.sha256 !== null) return asView(upload);
  try {
    const whole = await objects.put(bytesOfParts(objects, pieces), { expectedSize: upload.size });
    if (isRejection(whole)) return whole;
    if (upload.announced === null || upload.announced === whole.sha256) {
      return await runner.transaction(context, async (tx) => {
        const still = await findUpload(tx, personOf(tx).id, uploadId, 'lock');
        if (!still) return reject('platform.notFound');
        await saveWhole(tx, uploadId, whole.sha256, tx.clock.now());
        return asView({ ...still, sha256: whole.sha256 });
      });
    }
  } catch (error) {
    if (!(error instanceof DamagedPart)) throw error;
  }
  // Nothing of it is any use: who sends the file again begins anew.
  await runner.transaction(context, async (tx) => {
    await deleteUpload(tx, uploadId);
    return {};
  });
  return reject('upload.otherBytes');
}

/** How far an upload of the asking person is. */
export async function viewOf(tx: Transaction, uploadId: Id): Promise<UploadProgress | Rejection> {
  const upload = await findUpload(tx, personOf(tx).id, uploadId);
  return upload ? asView(upload) : reject('platform.notFound');
}

export function asView({ id, fileName, size, received, sha256 }: Upload): UploadProgress {
  return { id, fileName, size, received, largestPart: LARGEST_PART, state: sha256 === null ? 'receiving' : 'stored' };
}

function tooLarge(limit: number): Rejection {
  return reject('platform.tooLarge', { limit: Math.floor(limit / 1_000_000) });
}
