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
  /** Whom the person stood in for; null where they spoke for themselves. */
  readonly fuerId: Id | null;
  readonly art: ZeichnungArt;
  readonly decision: string;
  readonly bemerkung: string;
  readonly at: Date;
}

export async function insertZeichnung(queries: Queries, zeichnung: NewZeichnung): Promise<void> {
  await queries.query(
    `INSERT INTO zeichnung (id, mandant_id, vorgang_id, dokument_version_id, aufgabe_id, person_id, art, decision,
                            bemerkung, at, fuer_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
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
      zeichnung.fuerId,
    ],
  );
}
