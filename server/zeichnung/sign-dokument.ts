import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { finishAufgabe } from '../aufgabe/finish-aufgabe.js';
import { inVertretung, lockWorkable, standingInFor, type WorkableAufgabe } from '../aufgabe/lock-workable.js';
import { examineAnswer, writeAnswer, type StationAnswer } from '../laufweg/answer-station.js';
import { mappeDokumente } from '../laufweg/inputs.js';
import { stationOfAufgabe } from '../laufweg/mappe.queries.js';
import { passwordHashOf } from '../identity/identity.queries.js';
import { passwordFits } from '../identity/password.js';
import { limitWrongPasswords, WRONG_PASSWORDS } from '../identity/wrong-passwords.js';
import { act } from '../platform/act.js';
import { linesOfText } from '../platform/typed-text.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { VERMERK_SIGNATURE_BOX } from '../rechnung/render-vermerk.js';
import { recordZeichnung, refuseZeichnung } from './record-zeichnung.js';
import { signVersion, type SignDokumentParts, type SignedVersion, type ToSign } from './sign-version.js';

const input = z.object({
  ...{ aufgabeId: z.uuid(), version: z.int(), password: z.string().min(1).max(1_000) },
  ...{ seen: mappeDokumente.optional(), bemerkung: linesOfText(2_000).optional() },
});

/**
 * Schlusszeichnung: signs the current version of the Dokument, or of each Dokument of an Umlaufmappe, as PAdES B-B with the
 * person's key, which the password releases, and completes the Aufgabe. Final: there is no way back, only a further act.
 *
 * The signing lies inside the transaction on purpose. It takes some 50 ms, and the lock on the Aufgabe makes sure that
 * of two sign-offs of one version only one ever exists; the bytes are stored before the row that refers to them.
 */
export function createSignDokument(parts: SignDokumentParts) {
  const limit = limitWrongPasswords();
  return act('zeichnung.signDokument', input, async (tx, { aufgabeId, version, password, ...given }) => {
    const person = personOf(tx);
    const workable = await lockWorkable(tx, aufgabeId, version);
    if (isRejection(workable)) return workable;
    const { aufgabe, fuer } = workable;
    if (aufgabe.art !== 'schlusszeichnung' || !aufgabe.dokumentId) return reject('zeichnung.notASignature');
    const way = (await atStation(tx, workable, given)) ?? (await alone(tx, workable));
    if (isRejection(way)) return way;
    if (limit.mayTry(person.id, tx.clock.now()) === 'tooMany') {
      return reject('identity.tooManyAttempts', { minutes: WRONG_PASSWORDS.minutes });
    }
    if (!(await passwordFits(await passwordHashOf(tx, person.id), password))) return reject('zeichnung.wrongPassword');
    limit.wasRight(person.id);
    const signed: SignedVersion[] = [];
    for (const dokument of way.toSign) {
      const version = await signVersion(tx, parts, dokument, person);
      if (isRejection(version)) return version;
      signed.push(version);
    }
    const [first] = signed;
    if (!first) return reject('zeichnung.notASignature');
    const data = { ...way.data, signiertesDokument: first.dokumentId };
    const unwritten = await way.write(signed, data);
    if (unwritten) return unwritten;
    await finishAufgabe(tx, workable, data);
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: aufgabe.vorgangId,
      payload: {
        aufgabeId,
        ...{ dokumentId: first.dokumentId, sha256: first.sha256 },
        ...(signed.length > 1 && {
          weitere: signed.slice(1).map(({ dokumentId, sha256 }) => ({ dokumentId, sha256 })),
        }),
        ...standingInFor(fuer),
        text: inVertretung(
          { de: `Schlussgezeichnet und signiert: ${aufgabe.titel.de}`, en: `Finally signed: ${aufgabe.titel.en}` },
          fuer,
        ),
      },
    });
    tx.changed('vorgang', aufgabe.vorgangId);
    return { dokumentId: first.dokumentId, versionNummer: first.nummer, sha256: first.sha256 };
  });
}

/** What is signed, and how that is written down as a Zeichnung. */
interface Way {
  readonly toSign: readonly ToSign[];
  readonly data: Readonly<Record<string, unknown>>;
  write(signed: readonly SignedVersion[], data: Readonly<Record<string, unknown>>): Promise<Rejection | null>;
}

/** Null where the Aufgabe is no station of a Laufweg. */
async function atStation(
  tx: Transaction,
  workable: WorkableAufgabe,
  { seen = [], bemerkung = '' }: Pick<z.output<typeof input>, 'seen' | 'bemerkung'>,
): Promise<Way | Rejection | null> {
  const station = await stationOfAufgabe(tx, workable.aufgabe.id);
  if (!station) return null;
  const data = { entscheidung: 'zeichnen', bemerkung };
  const answer: StationAnswer = { station, workable, data, seen };
  const mappe = await examineAnswer(tx, answer);
  if (isRejection(mappe)) return mappe;
  return {
    toSign: mappe.map(({ dokumentId, betreff, newest }) => ({ dokumentId, seen: { nummer: newest, betreff } })),
    data,
    write: (signed) =>
      writeAnswer(
        tx,
        answer,
        signed.map(({ versionId }) => versionId),
      ),
  };
}

/** The Dokument that the step of a process is about: the Vermerk with its place for the signature. */
async function alone(tx: Transaction, workable: WorkableAufgabe): Promise<Way | Rejection> {
  const refused = await refuseZeichnung(tx, workable);
  if (refused) return refused;
  const { dokumentId } = workable.aufgabe;
  return {
    toSign: dokumentId ? [{ dokumentId, appearance: VERMERK_SIGNATURE_BOX }] : [],
    data: { entscheidung: 'zeichnen' },
    write: ([signed], data) => recordZeichnung(tx, { ...workable, data, signedVersionId: signed?.versionId ?? null }),
  };
}
