import type { Id } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import type { StoredFile } from '../platform/http/routes.js';
import { authorOf, type Transaction } from '../platform/transaction.js';
import { insertVersions, setDokumentState } from './dokument.store.js';

export interface SignedVersionInput {
  readonly dokumentId: Id;
  readonly nummer: number;
  readonly file: StoredFile;
  readonly signatures: readonly { de: string; en: string }[];
}

/** Part of a Schlusszeichnung: the signed bytes become the next version, and a draft becomes valid. */
export async function addSignedVersion(
  tx: Transaction,
  { dokumentId, nummer, file, signatures }: SignedVersionInput,
): Promise<{ versionId: Id; nummer: number; sha256: string }> {
  const versionId = newId();
  const author = { createdBy: authorOf(tx.actor), createdById: tx.actor.kind === 'person' ? tx.actor.id : null };
  const version = { id: versionId, dokumentId, nummer, file, signatures, comment: '', ...author };
  await insertVersions(tx, [version], tx.clock.now());
  await setDokumentState(tx, dokumentId, 'gueltig');
  return { versionId, nummer, sha256: file.sha256 };
}
