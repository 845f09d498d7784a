import type { WiedervorlageView } from '../contract/aufgaben-views.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';

/** The person's Wiedervorlage of an Aufgabe; null where there is none. */
export async function findWiedervorlage(
  tx: Transaction,
  aufgabeId: Id,
  personId: Id,
): Promise<WiedervorlageView | null> {
  const [row] = await tx.query<WiedervorlageView>(
    `SELECT day, art, note FROM wiedervorlage WHERE aufgabe_id = $1 AND person_id = $2`,
    [aufgabeId, personId],
  );
  return row ?? null;
}

/** Sets the person's Wiedervorlage, in place of the one that there was. */
export async function saveWiedervorlage(
  tx: Transaction,
  aufgabeId: Id,
  personId: Id,
  { day, art, note }: WiedervorlageView,
): Promise<void> {
  await tx.query(
    `INSERT INTO wiedervorlage (mandant_id, aufgabe_id, person_id, day, art, note, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (aufgabe_id, person_id) DO UPDATE SET day = excluded.day, art = excluded.art, note = excluded.note,
       created_at = excluded.created_at`,
    [tx.mandantId, aufgabeId, personId, day, art, note, tx.clock.now()],
  );
}

/** Removes the person's Wiedervorlage of an Aufgabe. */
export async function deleteWiedervorlage(tx: Transaction, aufgabeId: Id, personId: Id): Promise<void> {
  await tx.query(`DELETE FROM wiedervorlage WHERE aufgabe_id = $1 AND person_id = $2`, [aufgabeId, personId]);
}
