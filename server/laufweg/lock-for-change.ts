import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { holdAufgaben } from '../aufgabe/rehang-aufgaben.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import type { StationGroup } from './laufweg.js';
import { findLaufweg, lockLaufweg, stationRows, treeOfRows, type Laufweg } from './laufweg.store.js';
import { runningAufgaben } from './station.store.js';
import { STATES } from './words.js';

/** A Laufweg that the acting person may change, with its stations. */
export interface ChangeableLaufweg {
  readonly laufweg: Laufweg;
  readonly root: StationGroup;
}

/**
 * The Laufweg, locked, if this person may work in its Vorgang and it has not come to its end. Aufgaben first, then the
 * Vorgang, then the Laufweg: whoever completes an Aufgabe comes the same way.
 */
export async function lockForChange(
  tx: Transaction,
  laufwegId: Id,
  version: number,
): Promise<ChangeableLaufweg | Rejection> {
  const found = await findLaufweg(tx, laufwegId);
  if (!found) return reject('platform.notFound');
  await tx.requireRight('work', 'vorgang', found.vorgangId);
  await holdAufgaben(tx, await runningAufgaben(tx, laufwegId));
  const vorgang = await lockOpenVorgang(tx, found.vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const laufweg = await lockLaufweg(tx, laufwegId);
  if (!laufweg) return reject('platform.notFound');
  if (laufweg.state === 'fertig' || laufweg.state === 'zurueckgeholt') {
    const { de, en } = STATES[laufweg.state];
    return reject('laufweg.notRunning', { stateDe: de, stateEn: en });
  }
  if (laufweg.version !== version) return reject('platform.stale');
  return { laufweg, root: treeOfRows(laufwegId, await stationRows(tx, laufwegId)) };
}
