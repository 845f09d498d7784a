import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { currentVersion, lockForVersion } from '../dokument/dokument.queries.js';
import { addSignedVersion } from '../dokument/add-signed-version.js';
import { finishAufgabe } from '../aufgabe/finish-aufgabe.js';
import { inVertretung, lockWorkable, standingInFor } from '../aufgabe/lock-workable.js';
import { passwordHashOf } from '../identity/identity.queries.js';
import { passwordFits } from '../identity/password.js';
import { limitWrongPasswords, WRONG_PASSWORDS } from '../identity/wrong-passwords.js';
import { act } from '../platform/act.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { VERMERK_SIGNATURE_BOX } from '../rechnung/render-vermerk.js';
import { checkPdf } from '../signatur/check-pdf.js';
import { signPdf } from '../signatur/sign-pdf.js';
import { openSigner } from '../signatur/soft-key.js';
import { recordZeichnung, refuseZeichnung } from './record-zeichnung.js';
import { loadSigningKey } from './signing-key.store.js';

const input = z.object({ aufgabeId: z.uuid(), version: z.int(), password: z.string().min(1).max(1_000) });

export interface SignDokumentParts {
  readonly objects: ObjectStore;
  /** Opens the sealed keys of people. */
  readonly secret: Uint8Array;
}

/**
 * Schlusszeichnung: signs the current version of the Dokument as PAdES B-B with the person's key, which the password
 * releases, and completes the Aufgabe. Final: there is no way back, only a further act.
 *
 * The signing lies inside the transaction on purpose. It takes some 50 ms, and the lock on the Aufgabe makes sure that
 * of two sign-offs of one version only one ever exists; the bytes are stored before the row that refers to them.
 */
export function createSignDokument(parts: SignDokumentParts) {
  const limit = limitWrongPasswords();
  return act('zeichnung.signDokument', input, async (tx, { aufgabeId, version, password }) => {
    const person = personOf(tx);
    const workable = await lockWorkable(tx, aufgabeId, version);
    if (isRejection(workable)) return workable;
    const { aufgabe, fuer } = workable;
    if (aufgabe.art !== 'schlusszeichnung' || !aufgabe.dokumentId) return reject('zeichnung.notASignature');
    const refused = await refuseZeichnung(tx, workable);
    if (refused) return refused;
    if (limit.mayTry(person.id, tx.clock.now()) === 'tooMany') {
      return reject('identity.tooManyAttempts', { minutes: WRONG_PASSWORDS.minutes });
    }
    if (!(await passwordFits(await passwordHashOf(tx, person.id), password))) return reject('zeichnung.wrongPassword');
    limit.wasRight(person.id);
    const signed = await signCurrentVersion(tx, parts, aufgabe.dokumentId, person);
    if (isRejection(signed)) return signed;
    const data = { entscheidung: 'zeichnen', signiertesDokument: aufgabe.dokumentId };
    await recordZeichnung(tx, { ...workable, data, signedVersionId: signed.versionId });
    await finishAufgabe(tx, workable, data);
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: aufgabe.vorgangId,
      payload: {
        aufgabeId,
        dokumentId: aufgabe.dokumentId,
        sha256: signed.sha256,
        ...standingInFor(fuer),
        text: inVertretung(
          { de: `Schlussgezeichnet und signiert: ${aufgabe.titel.de}`, en: `Finally signed: ${aufgabe.titel.en}` },
          fuer,
        ),
      },
    });
    tx.changed('vorgang', aufgabe.vorgangId);
    return { dokumentId: aufgabe.dokumentId, versionNummer: signed.nummer, sha256: signed.sha256 };
  });
}

async function signCurrentVersion(
  tx: Transaction,
  { objects, secret }: SignDokumentParts,
  dokumentId: string,
  person: { id: string; name: string },
): Promise<{ versionId: string; nummer: number; sha256: string } | Rejection> {
  const stored = await loadSigningKey(tx, person.id);
  if (!stored) return reject('zeichnung.noKey');
  const signer = openSigner(secret, stored);
  if (isRejection(signer)) return signer;
  const refused = await lockForVersion(tx, dokumentId);
  if (refused) return refused;
  const current = await currentVersion(tx, dokumentId);
  if (!current) return reject('platform.notFound');
  const bytes = await buffer(await objects.get(current.file.sha256));
  const at = tx.clock.now();
  const signed = await signPdf(bytes, signer, {
    name: person.name,
    reason: 'Schlusszeichnung',
    at,
    appearance: VERMERK_SIGNATURE_BOX,
  });
  if (isRejection(signed)) return signed;
  const object = await objects.put(Readable.from([signed]));
  if (isRejection(object)) return object;
  return addSignedVersion(tx, {
    dokumentId,
    nummer: current.nummer + 1,
    file: { ...current.file, ...object },
    signatures: checkPdf(signed).signatures.map(({ sentence }) => sentence),
  });
}
