import { lapseAufgaben } from '../aufgabe/rehang-aufgaben.js';
import type { Rejection } from '../contract/rejections.js';
import type { Transaction } from '../platform/transaction.js';
import { askPunkt } from './ask-punkt.js';
import { closingStep } from './verfuegung.js';
import { punktRows, savePunktAufgabe, type Verfuegung } from './verfuegung.store.js';

/**
 * Draws the consequence after the points of a locked Verfügung have changed: whoever has ordered is asked to close the Vorgang
 * when only „z. d. A.“ is left, and not any more when a point was added. With the eyes of the system: whoever has done
 * the last point need not see whom it leads to.
 */
export async function settleVerfuegung(tx: Transaction, verfuegung: Verfuegung): Promise<Rejection | null> {
  const { id, vorgangId, orderer } = verfuegung;
  return tx.asSystem(async (all) => {
    const rows = await punktRows(all, id);
    const step = closingStep(rows);
    const punkt = rows.find((row) => row.id === step?.punkt.id);
    all.changed('vorgang', vorgangId);
    if (!step || !punkt) return null;
    if (step.step === 'ask') return askPunkt(all, verfuegung, punkt, orderer);
    if (punkt.aufgabeId) await lapseAufgaben(all, vorgangId, [punkt.aufgabeId]);
    await savePunktAufgabe(all, punkt.id, null);
    return null;
  });
}
