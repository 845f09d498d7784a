import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { ZeichnungArt } from './zeichnung.js';

/** One human assent, with the names that a reader needs. */
export interface GivenZeichnung {
  readonly art: ZeichnungArt;
  readonly personId: Id;
  /** Whom that person stood in for. */
  readonly fuerId: Id | null;
  /** With whom they stood in for, as it is written under a letter: „Aydın (i. V. Petersen)“. */
  readonly person: string;
  readonly unit: string;
  readonly at: Date;
  /** As the form gave it, e.g. `richtig`. */
  readonly decision: string;
  readonly bemerkung: string;
  /** Version of the Dokument that it is bound to. */
  readonly versionNummer: number | null;
}

/**
 * Who has assented to what in a Vorgang, oldest first; with `instanceKey` only in that run of a process: two invoices of
 * one Vorgang are signed independently of each other.
 */
export async function zeichnungenOf(
  queries: Queries,
  vorgangId: Id,
  instanceKey: string | null = null,
): Promise<GivenZeichnung[]> {
  return queries.query(
    `SELECT z.art, z.person_id AS "personId", z.fuer_id AS "fuerId",
            p.name || coalesce(' (i. V. ' || f.name || ')', '') AS person, u.name AS unit, z.at, z.decision, z.bemerkung,
            v.nummer AS "versionNummer"
       FROM zeichnung z
       JOIN person p ON p.id = z.person_id
       LEFT JOIN person f ON f.id = z.fuer_id
       JOIN unit u ON u.id = p.unit_id
       JOIN aufgabe a ON a.id = z.aufgabe_id
       LEFT JOIN dokument_version v ON v.id = z.dokument_version_id
      WHERE z.vorgang_id = $1 AND ($2::text IS NULL OR a.instance_key = $2) ORDER BY z.at`,
    [vorgangId, instanceKey],
  );
}
