import { reject, type Rejection } from '../contract/rejections.js';
import type { StapelFiling } from '../contract/stapel-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

// As many as a desk shows, and so as many as one of these batches has.
const MOST = 1000;

interface Row extends Omit<StapelFiling, 'receivedAt'> {
  readonly receivedAt: Date;
}

/** The table that is read before many Eingaenge are filed at once; names are read with the person's eyes. */
export async function loadFilings(queries: Queries, stapelId: Id): Promise<{ items: StapelFiling[] } | Rejection> {
  const rows = await queries.query<Row>(
    `SELECT x.nummer, x.target_id AS "eingangId", coalesce(e.examination ->> 'sender', '') AS sender,
            coalesce(nullif(e.examination ->> 'title', ''), e.file_name) AS title, e.received_at AS "receivedAt",
            (SELECT jsonb_build_object('kind', 'vorgang', 'aktenzeichen', v.aktenzeichen, 'betreff', v.betreff) FROM vorgang v
              WHERE v.id = (x.input -> 'place' ->> 'id')::uuid
             UNION ALL
             SELECT jsonb_build_object('kind', 'akte', 'aktenzeichen', a.aktenzeichen, 'betreff', a.betreff) FROM akte a
              WHERE a.id = (x.input -> 'place' ->> 'id')::uuid) AS place,
            coalesce(x.input -> 'reasons', '[]') AS reasons, x.state, x.rejection
       FROM stapel_posten x JOIN eingang e ON e.id = x.target_id
      WHERE x.stapel_id = $1 ORDER BY x.nummer LIMIT ${MOST}`,
    [stapelId],
  );
  const [known] = await queries.query(`SELECT 1 FROM stapel WHERE id = $1`, [stapelId]);
  if (!known) return reject('platform.notFound');
  return { items: rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })) };
}
