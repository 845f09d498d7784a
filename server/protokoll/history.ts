import { ACTS, type ActDescription } from '../contract/acts.js';
import type { HistoryEntry, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

interface HistoryRow {
  at: Date;
  person: string | null;
  action: string;
  payload: { text?: { de: string; en: string } } | null;
}

/** The Protokoll of one object as sentences, oldest first. Erased content leaves the act's name; what no person did, the system did. */
export async function historyOf(queries: Queries, objectId: Id): Promise<HistoryEntry[]> {
  const rows = await queries.query<HistoryRow>(
    `SELECT k.at, p.name AS person, k.action, l.payload
       FROM protokoll k
       LEFT JOIN protokoll_payload l ON l.mandant_id = k.mandant_id AND l.sequence = k.sequence
       LEFT JOIN person p ON p.id::text = k.actor
      WHERE k.mandant_id = current_mandant() AND k.object_id = $1 ORDER BY k.sequence`,
    [objectId],
  );
  return rows.map(({ at, person, action, payload }) => {
    const label = payload?.text ?? (ACTS as Readonly<Record<string, ActDescription>>)[action]?.label;
    return { at: at.toISOString(), actor: person ?? 'Laufmappe', de: label?.de ?? action, en: label?.en ?? action };
  });
}
