import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { ZeichnungArt } from './zeichnung.js';

export interface NewZeichnung {
  readonly id: Id;
  readonly mandantId: Id;
  readonly vorgangId: Id;
  readonly versionId: Id | null;
  readonly aufgabeId: Id;
  readonly personId: Id;
  readonly art: ZeichnungArt;
  readonly decision: string;
  readonly bemerkung: string;
  readonly at: Date;
}

export async function insertZeichnung(queries: Queries, zeichnung: NewZeichnung): Promise<void> {
  await queries.query(
    `INSERT INTO zeichnung (id, mandant_id, vorgang_id, dokument_version_id, aufgabe_id, person_id, art, decision,
                            bemerkung, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      zeichnung.id,
      zeichnung.mandantId,
      zeichnung.vorgangId,
      zeichnung.versionId,
      zeichnung.aufgabeId,
      zeichnung.personId,
      zeichnung.art,
      zeichnung.decision,
      zeichnung.bemerkung,
      zeichnung.at,
    ],
  );
}

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
