import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Candidate } from './ersuchen.js';

/** Those of the named Dokumente that lie in the Vorgang and that whoever asks sees, in the order of its register. */
export async function candidatesOf(queries: Queries, vorgangId: Id, ids: readonly Id[]): Promise<Candidate[]> {
  const rows = await queries.query<Omit<Candidate, 'size'> & { size: string }>(
    `SELECT d.id, d.betreff, d.art, d.dokument_date AS date, d.state, d.place, s.file_name AS "fileName", s.mime, s.size,
            s.sha256, s.signatures,
            EXISTS (SELECT FROM dokument_checkout c WHERE c.dokument_id = d.id AND c.ended_at IS NULL) AS "checkedOut"
       FROM dokument d
       JOIN LATERAL (SELECT * FROM dokument_version s WHERE s.dokument_id = d.id ORDER BY s.nummer DESC LIMIT 1) s ON true
      WHERE d.vorgang_id = $1 AND d.id = ANY ($2) AND d.place <> 'deleted' ORDER BY d.nummer`,
    [vorgangId, ids],
  );
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}
