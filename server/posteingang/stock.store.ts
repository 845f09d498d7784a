import type { Examination } from '../contract/examination.js';
import type { Day } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Stock } from './proposals.js';

/** Looks up in the Mandant's own stock what may concern an Eingang. */
export async function loadStock(queries: Queries, examination: Examination, today: Day): Promise<Stock> {
  return {
    named: await queries.query<Stock['named'][number]>(
      `SELECT id AS "vorgangId", aktenzeichen, betreff FROM vorgang
        WHERE state = 'offen' AND aktenzeichen = ANY($1) ORDER BY aktenzeichen LIMIT 3`,
      [examination.aktenzeichen],
    ),
    bySender: await queries.query<Stock['bySender'][number]>(
      `SELECT a.id AS "akteId", a.aktenzeichen, a.betreff, count(*)::int AS count
         FROM eingang e JOIN vorgang v ON v.id = e.vorgang_id JOIN akte a ON a.id = v.akte_id
        WHERE $1 <> '' AND lower(e.examination ->> 'sender') = lower($1)
          AND e.examination ->> 'kind' = $2
        GROUP BY a.id ORDER BY count(*) DESC, a.aktenzeichen LIMIT 3`,
      [examination.sender, examination.kind],
    ),
    byKind: await queries.query<Stock['byKind'][number]>(
      `SELECT a.id AS "akteId", a.aktenzeichen, a.betreff, count(*)::int AS count
         FROM eingang e JOIN vorgang v ON v.id = e.vorgang_id JOIN akte a ON a.id = v.akte_id
        WHERE e.examination ->> 'kind' = $1 AND $1 <> 'schreiben'
        GROUP BY a.id ORDER BY count(*) DESC, a.aktenzeichen LIMIT 2`,
      [examination.kind],
    ),
    einheiten: await queries.query<Stock['einheiten'][number]>(
      `SELECT e.id, e.kennzeichen, e.titel, array_length(string_to_array(e.kennzeichen, '.'), 1) AS level
         FROM aktenplaneinheit e
        WHERE NOT e.stillgelegt AND e.begins_on <= $1
          AND NOT EXISTS (SELECT 1 FROM aktenplaneinheit c
                           WHERE c.mandant_id = e.mandant_id AND c.parent_id = e.id AND c.begins_on <= $1 AND NOT c.stillgelegt)
        ORDER BY e.kennzeichen`,
      [today],
    ),
  };
}
