import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { addSignedVersion } from '../dokument/add-signed-version.js';
import { currentVersion, lockForVersion } from '../dokument/dokument.queries.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Transaction } from '../platform/transaction.js';
import { checkPdf } from '../signatur/check-pdf.js';
import { signPdf, type VisibleSignature } from '../signatur/sign-pdf.js';
import { openSigner } from '../signatur/soft-key.js';
import { loadSigningKey } from './signing-key.store.js';

export interface SignDokumentParts {
  readonly objects: ObjectStore;
  /** Opens the sealed keys of people. */
  readonly secret: Uint8Array;
}

export interface SignedVersion {
  readonly dokumentId: Id;
  readonly versionId: Id;
  readonly nummer: number;
  readonly sha256: string;
}

/** What is signed, and whether it shows on the page. */
export interface ToSign {
  readonly dokumentId: Id;
  /** Place for the visible signature, where the page was made with one. */
  readonly appearance?: VisibleSignature;
  /** The version that was seen; refused where a newer one has come meanwhile. Left out: whatever is the newest. */
  readonly seen?: { readonly nummer: number; readonly betreff: string };
}

/** Signs the newest version of a Dokument as PAdES B-B with the person's key; the signed bytes are its next version. */
export async function signVersion(
  tx: Transaction,
  { objects, secret }: SignDokumentParts,
  { dokumentId, appearance, seen }: ToSign,
  person: { readonly id: Id; readonly name: string },
): Promise<SignedVersion | Rejection> {
  const stored = await loadSigningKey(tx, person.id);
  if (!stored) return reject('zeichnung.noKey');
  const signer = openSigner(secret, stored);
  if (isRejection(signer)) return signer;
  const refused = await lockForVersion(tx, dokumentId);
  if (refused) return refused;
  const current = await currentVersion(tx, dokumentId);
  if (!current) return reject('platform.notFound');
  if (seen && seen.nummer !== current.nummer) {
    const { nummer: expected, betreff } = seen;
    return reject('laufweg.newerVersion', { betreff, expected, found: current.nummer });
  }
  const bytes = await buffer(await objects.get(current.file.sha256));
  const entries = { name: person.name, reason: 'Schlusszeichnung', at: tx.clock.now() };
  const signed = await signPdf(bytes, signer, { ...entries, ...(appearance && { appearance }) });
  if (isRejection(signed)) return signed;
  const object = await objects.put(Readable.from([signed]));
  if (isRejection(object)) return object;
  const added = await addSignedVersion(tx, {
    dokumentId,
    nummer: current.nummer + 1,
    file: { ...current.file, ...object },
    signatures: checkPdf(signed).signatures.map(({ sentence }) => sentence),
  });
  return { dokumentId, ...added };
}
