import { answerAufgabe, lapseAufgaben } from '../aufgabe/rehang-aufgaben.js';
import type { Rejection, Sentence } from '../contract/rejections.js';
import { tellCirculated } from '../notification/tell.js';
import type { Transaction } from '../platform/transaction.js';
import { haltLaufweg } from './halt-laufweg.js';
import { settle, type LapseReason, type Settlement } from './laufweg.js';
import { saveLaufweg, stationRows, treeOfRows, type Laufweg, type LaufwegChange } from './laufweg.store.js';
import { refusedBy } from './refusals.queries.js';
import { beginRun, leaveRun } from './run-laufweg.js';
import { saveDropped } from './station.store.js';
import { LAPSES } from './words.js';

/**
 * Draws the consequences after the stations of a locked Laufweg have changed: who need not be asked any more, whether it
 * is finished or has to stop.
 *
 * @param way `anew`: what remains has another order or other stations, so that its process is not the right one any more
 */
export async function settleLaufweg(
  tx: Transaction,
  laufweg: Laufweg,
  way: 'on' | 'anew',
  note?: Sentence,
): Promise<{ version: number } | Rejection> {
  const { id, vorgangId, state, run, instanceKey, aufgabeId } = laufweg;
  const { outcome, lapsed } = settle(treeOfRows(id, await stationRows(tx, id)));
  await dropLapsed(tx, laufweg, lapsed);
  tx.changed('vorgang', vorgangId);
  const stays: LaufwegChange = { state, run, instanceKey, aufgabeId, endedAt: null, ...(note && { note }) };
  if (outcome === 'negative' && state === 'laeuft') {
    return haltLaufweg(tx, { laufweg, why: await refusedBy(tx, id) });
  }
  if (outcome === 'positive' || outcome === 'none') return { version: await finish(tx, laufweg, stays) };
  if (way === 'on' || state !== 'laeuft') return { version: await saveLaufweg(tx, id, stays) };
  await leaveRun(tx, laufweg);
  await beginRun(tx, id, run + 1);
  return { version: await saveLaufweg(tx, id, { ...stays, run: run + 1, instanceKey: null }) };
}

/** Nobody is left to be asked. The process runs out by itself: every task that it still comes to passes at once. */
async function finish(tx: Transaction, laufweg: Laufweg, stays: LaufwegChange): Promise<number> {
  const { id, vorgangId, aufgabeId, initiatorId } = laufweg;
  if (aufgabeId) await answerAufgabe(tx, aufgabeId);
  const text = { de: 'Laufweg beendet', en: 'Circulation finished' };
  tx.protokoll({ objectKind: 'vorgang', objectId: vorgangId, payload: { laufwegId: id, text } });
  await tellCirculated(tx, vorgangId, initiatorId);
  return saveLaufweg(tx, id, { ...stays, state: 'fertig', aufgabeId: null, endedAt: tx.clock.now() });
}

async function dropLapsed(tx: Transaction, { vorgangId }: Laufweg, lapsed: Settlement['lapsed']): Promise<void> {
  for (const reason of ['quorumReached', 'refusedInGroup'] satisfies LapseReason[]) {
    const ids = lapsed.filter((station) => station.reason === reason).map(({ id }) => id);
    const dropped = { state: 'entfallen', reason: LAPSES[reason], at: tx.clock.now() } as const;
    await lapseAufgaben(tx, vorgangId, await saveDropped(tx, ids, dropped));
  }
}
