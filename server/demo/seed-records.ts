import { openAkte } from '../akte/open-akte.js';
import { openVorgang } from '../akte/open-vorgang.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import type { Transaction } from '../platform/transaction.js';

/** Two Akten that not everybody sees, so that a demo can show it: a protected one, and one that is confidential. */
export async function seedRecords(tx: Transaction): Promise<object | Rejection> {
  const personnel = await opened(tx, '10.21.02', 'Fortbildung, Einzelfälle', 'Antrag auf Bildungsurlaub');
  if (isRejection(personnel)) return personnel;
  await tx.query(`UPDATE akte SET protected = true WHERE id = $1`, [personnel]);
  await tx.query(
    `INSERT INTO access_rule (id, mandant_id, akte_id, subject, unit_id, role, level, granted_by, granted_at)
     SELECT r.id, $1, $2, r.subject, CASE WHEN r.subject = 'unit' THEN u.id END, r.role, r.level, 'Laufmappe', $5
       FROM (VALUES ($3::uuid, 'role', 'registratur', 3), ($4, 'unit', NULL, 2)) r (id, subject, role, level)
       JOIN unit u ON u.mandant_id = $1 AND u.code = '10'`,
    [tx.mandantId, personnel, newId(), newId(), tx.clock.now()],
  );
  const confidential = await opened(tx, '32.31.01', 'Alarm- und Einsatzplan', 'Kritische Anlagen im Kreis');
  if (isRejection(confidential)) return confidential;
  await tx.query(`UPDATE akte SET vertraulichkeitsstufe = 'vertraulich' WHERE id = $1`, [confidential]);
  return {};
}

async function opened(tx: Transaction, kennzeichen: string, betreff: string, matter: string): Promise<Id | Rejection> {
  const [place] = await tx.query<{ einheitId: Id; federfuehrungId: Id }>(
    `SELECT e.id AS "einheitId", u.id AS "federfuehrungId" FROM aktenplaneinheit e, unit u
      WHERE e.kennzeichen = $1 AND u.code = '10'`,
    [kennzeichen],
  );
  if (!place) throw new Error(`The demo's Aktenplan has no position ${kennzeichen}`);
  const akte = await openAkte(tx, { ...place, betreff });
  if (isRejection(akte)) return akte;
  const vorgang = await openVorgang(tx, { akteId: akte.akteId, betreff: matter });
  return isRejection(vorgang) ? vorgang : akte.akteId;
}
