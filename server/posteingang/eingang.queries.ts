import type { RechnungFacts } from '../contract/examination.js';
import type { Id } from '../contract/views.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { Queries } from '../platform/postgres/database.js';

/** What the examination read of the invoice in an Eingang; null where there is none. */
export async function rechnungOfEingang(queries: Queries, eingangId: Id): Promise<RechnungFacts | null> {
  const [row] = await queries.query<{ rechnung: RechnungFacts | null }>(
    `SELECT examination -> 'rechnung' AS rechnung FROM eingang WHERE id = $1`,
    [eingangId],
  );
  return row?.rechnung ?? null;
}

/**
 * The bytes of an Eingang, or of one of its parts, once the examination has let them through.
 *
 * @param position of the part; null: the whole item as it arrived
 * @returns null for what is unknown, not examined yet or in quarantine
 */
export async function examinedFile(
  queries: Queries,
  eingangId: Id,
  position: number | null,
): Promise<StoredFile | null> {
  const [row] = await queries.query<StoredFile & { size: string }>(
    `SELECT e.sha256, e.size, e.file_name AS name, coalesce(e.examination ->> 'mime', 'application/octet-stream') AS mime
       FROM eingang e WHERE e.id = $1 AND $2::int IS NULL AND e.state NOT IN ('empfangen', 'quarantaene')
     UNION ALL
     SELECT p.sha256, p.size, p.name, p.mime FROM eingang e JOIN eingang_part p ON p.eingang_id = e.id
      WHERE e.id = $1 AND p.position = $2 AND e.state NOT IN ('empfangen', 'quarantaene')`,
    [eingangId, position],
  );
  return row ? { ...row, size: Number(row.size) } : null;
}
