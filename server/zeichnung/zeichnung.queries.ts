import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { ZeichnungArt } from './zeichnung.js';

/** Who has assented to what in a Vorgang, with names, oldest first. */
export async function zeichnungenOf(
  queries: Queries,
  vorgangId: Id,
): Promise<
  { art: ZeichnungArt; personId: Id; person: string; unit: string; at: Date; decision: string; bemerkung: string }[]
> {
  return queries.query(
    `SELECT z.art, z.person_id AS "personId", p.name AS person, u.name AS unit, z.at, z.decision, z.bemerkung
       FROM zeichnung z JOIN person p ON p.id = z.person_id JOIN unit u ON u.id = p.unit_id
      WHERE z.vorgang_id = $1 ORDER BY z.at`,
    [vorgangId],
  );
}
