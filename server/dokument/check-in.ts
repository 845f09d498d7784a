import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { linesOfText } from '../platform/typed-text.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { appendVersion } from './append-version.js';
import { endCheckout, lastTakenFrom } from './checkout.store.js';
import { ownCheckout, type Checkout, type Dokument } from './dokument.js';
import { lockDokumentForChange } from './lock-dokument.js';

const input = z.object({ dokumentId: z.uuid(), uploadId: z.uuid(), comment: linesOfText(500) });

/**
 * Whoever has checked a Dokument out brings its next version. Where somebody has taken it over meanwhile, or it was
 * checked in from another window, nothing changes, and the upload stays with its person.
 */
export const checkIn = act('dokument.checkIn', input, async (tx, { dokumentId, uploadId, comment }) => {
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const { dokument } = locked;
  const checkout = await requireOwnCheckout(tx, dokument);
  if (isRejection(checkout)) return checkout;
  const { nummer } = dokument.newest;
  if (nummer !== checkout.baseNummer) {
    return reject('dokument.newerVersion', { betreff: dokument.betreff, base: checkout.baseNummer, nummer });
  }
  const added = await appendVersion(tx, dokument, uploadId, comment);
  if (isRejection(added)) return added;
  const end = { ending: 'checkedIn', by: personOf(tx).id, at: tx.clock.now(), reason: null } as const;
  await endCheckout(tx, checkout.id, end);
  return added;
});

/** The person's own check-out; else a refusal that tells who took it, and why. */
export async function requireOwnCheckout(tx: Transaction, dokument: Dokument): Promise<Checkout | Rejection> {
  const { id: personId } = personOf(tx);
  const own = ownCheckout(dokument, personId);
  if (!isRejection(own)) return own;
  const taken = await lastTakenFrom(tx, dokument.id, personId);
  if (!taken) return own;
  return reject('dokument.takenFromYou', { betreff: dokument.betreff, person: taken.by, reason: taken.reason });
}
