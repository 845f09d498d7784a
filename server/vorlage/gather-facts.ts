import { reject, type Rejection } from '../contract/rejections.js';
import type { KontaktFacts } from '../contract/kontakt-views.js';
import type { Id } from '../contract/views.js';
import { mandantName } from '../identity/identity.queries.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Transaction } from '../platform/transaction.js';
import type { MergeFacts } from './merge-values.js';
import { recipientFacts } from './recipient-facts.js';

/** What the record knows for the places of a letter of this Vorgang, written by this person today. */
export async function gatherFacts(tx: Transaction, vorgangId: Id, personId: Id): Promise<MergeFacts | Rejection> {
  const [vorgang] = await tx.query<Readonly<Record<string, string>>>(
    `SELECT a.aktenzeichen AS "akte.aktenzeichen", a.betreff AS "akte.betreff", v.aktenzeichen AS "vorgang.aktenzeichen",
            v.betreff AS "vorgang.betreff", v.laufzeit_beginn AS "vorgang.beginn"
       FROM vorgang v JOIN akte a ON a.id = v.akte_id WHERE v.id = $1`,
    [vorgangId],
  );
  return vorgang ? { ...vorgang, ...(await houseFacts(tx, personId)) } : reject('platform.notFound');
}

/** What does not depend on a record: who writes, for which authority, and when. */
export async function houseFacts(tx: Transaction, personId: Id): Promise<MergeFacts> {
  const [person] = await tx.query<{ name: string; unit: string }>(
    `SELECT p.name, u.name AS unit FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.id = $1`,
    [personId],
  );
  const today = tx.clock.today();
  return {
    ...{ 'bearbeitung.name': person?.name ?? null, 'bearbeitung.einheit': person?.unit ?? null },
    ...{ 'mandant.name': await mandantName(tx), 'datum.heute': today, 'datum.jahr': today.slice(0, 4) },
  };
}

/** Who takes part in the Vorgang under this id, as a recipient; null where nobody does any more. */
export async function recipientOfVorgang(
  queries: Queries,
  vorgangId: Id,
  beteiligungId: Id,
): Promise<MergeFacts | null> {
  const [row] = await queries.query<KontaktFacts & { rolle: string }>(
    `SELECT b.rolle, k.art, k.name, k.vorname, k.strasse, k.plz, k.ort, k.mail, k.telefon, k.geburtsdatum
       FROM beteiligung b JOIN kontakt m ON m.id = b.kontakt_id JOIN kontakt k ON k.id = coalesce(m.merged_into, m.id)
      WHERE b.id = $1 AND b.vorgang_id = $2 AND b.ended_at IS NULL`,
    [beteiligungId, vorgangId],
  );
  return row ? recipientFacts(row, row.rolle) : null;
}
