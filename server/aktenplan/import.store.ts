import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

export interface StoredImport {
  readonly id: Id;
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly state: 'waiting' | 'imported';
}

/** Keeps a file until it is imported. Whoever reads in another one has no use for the one before. */
export async function keepImport(
  queries: Queries,
  file: { id: Id; mandantId: Id; personId: Id; fileName: string; content: Uint8Array; at: Date },
): Promise<void> {
  await queries.query(`DELETE FROM aktenplan_import WHERE person_id = $1 AND imported_at IS NULL`, [file.personId]);
  await queries.query(
    `INSERT INTO aktenplan_import (id, mandant_id, person_id, file_name, content, uploaded_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [file.id, file.mandantId, file.personId, file.fileName, file.content, file.at],
  );
}

/** A file that was read in; null for an unknown one. */
export async function findImport(queries: Queries, id: Id): Promise<StoredImport | null> {
  const [row] = await queries.query<StoredImport>(
    `SELECT id, file_name AS "fileName", content,
            CASE WHEN imported_at IS NULL THEN 'waiting' ELSE 'imported' END AS state
       FROM aktenplan_import WHERE id = $1`,
    [id],
  );
  return row ?? null;
}

export async function markImported(queries: Queries, id: Id, at: Date): Promise<void> {
  await queries.query(`UPDATE aktenplan_import SET imported_at = $2 WHERE id = $1`, [id, at]);
}

/** Every position by its Kennzeichen, with the day of its last version. */
export async function knownEinheiten(queries: Queries): Promise<Map<string, { id: Id; lastFrom: Day }>> {
  const rows = await queries.query<{ kennzeichen: string; id: Id; lastFrom: Day }>(
    `SELECT e.kennzeichen, e.id, max(v.valid_from) AS "lastFrom"
       FROM aktenplaneinheit e JOIN aktenplaneinheit_version v ON v.einheit_id = e.id GROUP BY e.id`,
  );
  return new Map(rows.map(({ kennzeichen, ...known }) => [kennzeichen, known]));
}
