import type { WorkableAufgabe } from '../aufgabe/lock-workable.js';
import type { Rejection } from '../contract/rejections.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { settleVerfuegung } from './settle-verfuegung.js';
import { punktOfAufgabe } from './verfuegung.queries.js';
import { lockVerfuegung, saveDone } from './verfuegung.store.js';

/**
 * Part of `completeAufgabe`: the point that the Aufgabe came from is done, by whom and with what note. Before the Aufgabe itself is
 * done, since with it the person may lose sight of the Vorgang. Nothing happens for an Aufgabe of no Verfügung.
 */
export async function answerPunkt(
  tx: Transaction,
  { aufgabe, fuer }: WorkableAufgabe,
  data: Readonly<Record<string, unknown>>,
): Promise<Rejection | null> {
  // What a process asks is no point; most Aufgaben are of one, and this is on the way of each.
  const found = aufgabe.jobKey === null ? await punktOfAufgabe(tx, aufgabe.id) : null;
  if (!found) return null;
  const note = typeof data['bemerkung'] === 'string' ? data['bemerkung'] : '';
  const end = { by: personOf(tx).id, fuer: fuer?.id ?? null, at: tx.clock.now(), note };
  return tx.asSystem(async (all) => {
    const verfuegung = await lockVerfuegung(all, found.verfuegungId);
    if (!verfuegung) throw new Error(`The Verfügung ${found.verfuegungId} of an Aufgabe is not there`);
    await saveDone(all, found.punktId, end);
    return settleVerfuegung(all, verfuegung);
  });
}
