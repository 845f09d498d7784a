import { z } from 'zod';
import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { act } from '../platform/act.js';
import type { Transaction } from '../platform/transaction.js';
import { lockEingang } from './eingang.store.js';
import { lockLetters, restore, scansOf } from './rearrangement.store.js';
import { restoreObstacle } from './scan.js';

const input = z.object({ rearrangementId: z.uuid() });

/**
 * Takes back what `rearrangeScans` has done, as long as nobody has done anything with one of the letters: the scans lie at the
 * desk again as they came. The letters are gone, whose every page lies in the scans; the Protokoll keeps that there were some.
 */
export const restoreScans = act('posteingang.restoreScans', input, async (tx, { rearrangementId }) => {
  const scans = await scansOf(tx, rearrangementId);
  // Whoever a letter was forwarded to sees where it comes from; only who sees all of its scans takes them back.
  for (const id of scans.map((scan) => scan.id).sort()) {
    if (!(await lockEingang(tx, id))) return missing(tx, rearrangementId);
  }
  if (scans.length === 0) return reject('platform.notFound');
  // Also those that were filed where this person sees nothing.
  const letters = await tx.asSystem((all) => lockLetters(all, rearrangementId));
  const [first, ...more] = letters.flatMap((letter) => restoreObstacle(letter) ?? []);
  if (first) return { ...first, reasons: more };
  await restore(tx, rearrangementId);
  const gone = letters.map(({ id, sha256 }) => ({ eingangId: id, sha256 }));
  for (const { id } of scans) tell(tx, id, { rearrangementId, letters: gone }, BACK);
  for (const { id, sha256 } of letters) tell(tx, id, { rearrangementId, sha256 }, GONE);
  return { eingangIds: scans.map(({ id }) => id) };
});

const BACK = {
  de: 'Aufteilung zurückgenommen; der Scan liegt wieder im Posteingang',
  en: 'Rearrangement taken back; the scan is on the intake desk again',
};
const GONE = {
  de: 'Aufteilung zurückgenommen; die Seiten liegen wieder in ihren Scans',
  en: 'Rearrangement taken back; the pages are in their scans again',
};

function tell(tx: Transaction, eingangId: Id, facts: object, text: Sentence): void {
  tx.correlationId = eingangId;
  tx.protokoll({ objectKind: 'eingang', objectId: eingangId, payload: { ...facts, text } });
  tx.changed('eingang', eingangId);
}

/** Why a scan cannot be locked: it was destroyed with one of its letters, or this person does not see it. */
async function missing(tx: Transaction, rearrangementId: Id): Promise<Rejection> {
  const scans = await tx.asSystem((all) => scansOf(all, rearrangementId));
  const destroyed = scans.find(({ there }) => !there);
  return destroyed ? reject('posteingang.scanDestroyed', { file: destroyed.fileName }) : reject('platform.notFound');
}
