import { checkOut } from '../../server/dokument/check-out.js';
import { takeCheckout } from '../../server/dokument/take-checkout.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { dokumentRow, draftDokument, type DraftInVorgang } from './dokumente.js';

/** A draft that the person has checked out. */
export async function checkedOut(
  bench: ActBench,
  login = 'jana.petersen',
  own: Parameters<typeof draftDokument>[1] = {},
): Promise<DraftInVorgang> {
  const draft = await draftDokument(bench, own);
  const { version } = await dokumentRow(bench, draft.dokumentId);
  done(await bench.perform(login, checkOut, { dokumentId: draft.dokumentId, version }));
  return draft;
}

/** A draft of jana.petersen that helga.brandt has taken over. */
export async function takenOver(bench: ActBench): Promise<DraftInVorgang> {
  const draft = await checkedOut(bench);
  const { dokumentId } = draft;
  done(await bench.perform('helga.brandt', takeCheckout, { dokumentId, reason: 'Frist läuft ab' }));
  return draft;
}

/** Everybody who has or had it, oldest first. */
export function checkoutsOf(bench: ActBench, dokumentId: string) {
  return bench.sql<{ id: string; login: string; ending: string | null; seen: boolean }>(
    `SELECT c.id, p.login, c.ending, c.seen_at IS NOT NULL AS seen
       FROM dokument_checkout c JOIN person p ON p.id = c.person_id
      WHERE c.dokument_id = $1 ORDER BY c.since, c.ended_at NULLS LAST`,
    [dokumentId],
  );
}
