import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { holdAufgaben } from '../aufgabe/rehang-aufgaben.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';
import { openAufgabenOf } from './verfuegung.queries.js';
import { findVerfuegung, lockVerfuegung, punktRows, type PunktRow, type Verfuegung } from './verfuegung.store.js';

/** A Verfügung with its points, in a Vorgang that the acting person may work in. */
export interface ChangeableVerfuegung {
  readonly verfuegung: Verfuegung;
  readonly punkte: readonly PunktRow[];
}

/**
 * The Verfügung, locked, in an open Vorgang. Aufgaben first, then the Vorgang, then the Verfügung: whoever completes an Aufgabe
 * comes the same way. Whether the page was stale the act asks last, so that it can say first what has happened.
 */
export async function lockForChange(tx: Transaction, verfuegungId: Id): Promise<ChangeableVerfuegung | Rejection> {
  const found = await findVerfuegung(tx, verfuegungId);
  if (!found) return reject('platform.notFound');
  await tx.requireRight('work', 'vorgang', found.vorgangId);
  await holdAufgaben(tx, await openAufgabenOf(tx, verfuegungId));
  const vorgang = await lockOpenVorgang(tx, found.vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const verfuegung = await lockVerfuegung(tx, verfuegungId);
  return verfuegung ? { verfuegung, punkte: await punktRows(tx, verfuegungId) } : reject('platform.notFound');
}
