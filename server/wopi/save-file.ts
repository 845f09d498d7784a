import type { Readable } from 'node:stream';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { dropUpload } from '../dokument/drop-upload.js';
import { keepDraft } from '../dokument/keep-draft.js';
import type { ReceivedFile, ReceiveFile } from '../dokument/receive-upload.js';
import { loadPerson, type PersonRecord } from '../identity/identity.queries.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { endExpired, standing } from './change-lock.js';
import { lockDokumentToEdit } from './open-editor.js';
import { contentOf, findLock, lockLock, saveDraft, type EditedContent } from './wopi.store.js';

export interface SavedBytes {
  readonly bytes: Readable;
  /** What the editor server announced; undefined where it did not. */
  readonly expectedSize: number | undefined;
  readonly lock: string;
}

export interface SaveParts {
  readonly runner: ActRunner;
  readonly receiveFile: ReceiveFile;
}

/** Saved, or the lock that is there instead. */
export type Saving = { readonly kind: 'saved'; readonly content: EditedContent } | Mismatch;

interface Mismatch {
  readonly kind: 'mismatch';
  readonly lock: string;
}

/**
 * Keeps what an editor has saved. The lock is asked before the bytes are read and again when they are stored: a Dokument
 * that somebody takes over in between does not change. Bytes go the way of every upload: stored, examined, then a row.
 */
export async function saveFile(
  { runner, receiveFile }: SaveParts,
  who: ActContext,
  dokumentId: Id,
  { bytes, expectedSize, lock }: SavedBytes,
): Promise<Saving | Rejection> {
  await endExpired(runner, who, dokumentId);
  const before = await runner.transaction(who, (tx) => requireLock(tx, dokumentId, lock));
  if (isRejection(before) || before.kind === 'mismatch') return before;
  const received = await receiveFile(before.content.file.name, bytes, expectedSize);
  if (isRejection(received)) return received;
  const { mime } = received.file;
  if (mime !== before.content.file.mime) {
    return reject('wopi.otherBytes', { expected: before.content.file.mime, found: mime });
  }
  // The draft belongs to whoever has the Dokument checked out, whoever of those who work together has saved it.
  const owner = { mandantId: who.mandantId, actor: before.owner };
  return runner.transaction(owner, (tx) => keep(tx, dokumentId, { lock, received, editorId: personOf(who).id }));
}

async function requireLock(
  tx: Transaction,
  dokumentId: Id,
  wanted: string,
): Promise<Mismatch | { kind: 'held'; content: EditedContent; owner: PersonRecord } | Rejection> {
  const locked = await lockDokumentToEdit(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const lock = standing(await findLock(tx, dokumentId));
  if (lock?.lock !== wanted) return { kind: 'mismatch', lock: lock?.lock ?? '' };
  const content = await tx.asSystem((all) => contentOf(all, dokumentId));
  const owner = await loadPerson(tx, lock.personId);
  return content && owner ? { kind: 'held', content, owner } : reject('platform.notFound');
}

interface Kept {
  readonly lock: string;
  readonly received: ReceivedFile;
  readonly editorId: Id;
}

async function keep(tx: Transaction, dokumentId: Id, kept: Kept): Promise<Saving | Rejection> {
  // Vorgang and Dokument first, as every act locks them; nobody checks in while this decides.
  const locked = await lockDokumentToEdit(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const lock = standing(await lockLock(tx, dokumentId));
  if (lock?.lock !== kept.lock) return { kind: 'mismatch', lock: lock?.lock ?? '' };
  const saved = { editorId: kept.editorId, at: tx.clock.now() };
  const { sha256 } = kept.received.file;
  // An editor saves also where nothing was changed, or everything taken back: that is no draft, and no version.
  if (sha256 === locked.dokument.newest.sha256) {
    if (lock.uploadId !== null) {
      const dropped = await dropUpload(tx, { uploadId: lock.uploadId });
      if (isRejection(dropped)) return dropped;
      await saveDraft(tx, dokumentId, { ...saved, uploadId: null });
    }
  } else if (sha256 !== (await contentOf(tx, dokumentId))?.file.sha256) {
    const draft = await keepDraft(tx, { dokumentId, replaces: lock.uploadId, ...kept.received });
    if (isRejection(draft)) return draft;
    await saveDraft(tx, dokumentId, { ...saved, ...draft });
  }
  const content = await contentOf(tx, dokumentId);
  return content ? { kind: 'saved', content } : reject('platform.notFound');
}
