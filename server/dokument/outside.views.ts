import type { DokumentPlaceView, OutsideDokumente } from '../contract/dokument-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { isId } from '../platform/ids.js';
import type { Queries } from '../platform/postgres/database.js';

/** Rows of one page; a screen shows about thirty at once. */
const PAGE = 50;

interface OutsideRow extends Omit<OutsideDokumente['items'][number], 'placedAt'> {
  placedAt: Date;
}

/**
 * Dokumente that lie in no register, those that were put there last first, one page after the other. Anlagen stand with
 * their main Dokument.
 * @param after `next` of the page before
 */
export async function loadOutside(
  queries: Queries,
  place: string,
  after: string | undefined,
): Promise<OutsideDokumente | Rejection> {
  const start = after === undefined ? null : cursorOf(after);
  if (start === undefined) return reject('platform.invalidInput', { fields: 'after' });
  if (place !== 'unlinked' && place !== 'bin') return reject('platform.invalidInput', { fields: 'place' });
  const rows = await queries.query<OutsideRow>(
    `SELECT d.id, d.version, d.nummer, d.betreff, d.state, d.placed_at AS "placedAt", p.name AS "placedBy",
            d.placed_reason AS reason, d.vorgang_id AS "vorgangId", v.aktenzeichen, v.state AS "vorgangState",
            (SELECT count(*)::int FROM dokument a WHERE a.parent_id = d.id) AS anlagen
       FROM dokument d JOIN vorgang v ON v.id = d.vorgang_id JOIN person p ON p.id = d.placed_by
      WHERE d.mandant_id = current_mandant() AND d.place = $1 AND d.place <> 'register' AND d.parent_id IS NULL
        AND ($2::timestamptz IS NULL OR (d.placed_at, d.id) < ($2, $3))
      ORDER BY d.placed_at DESC, d.id DESC LIMIT $4`,
    [place, start?.at ?? null, start?.id ?? null, PAGE + 1],
  );
  const items = rows.slice(0, PAGE).map((row) => ({ ...row, placedAt: row.placedAt.toISOString() }));
  const last = items.at(-1);
  return { items, next: rows.length > PAGE && last ? `${last.placedAt}_${last.id}` : null };
}

/** Where a Dokument lies now: what an old address asks. */
export async function loadPlace(queries: Queries, dokumentId: Id): Promise<DokumentPlaceView | Rejection> {
  const [row] = await queries.query<DokumentPlaceView>(
    `SELECT d.id, d.place, d.vorgang_id AS "vorgangId" FROM dokument d WHERE d.id = $1 AND d.place <> 'deleted'`,
    [dokumentId],
  );
  return row ?? reject('platform.notFound');
}

/** undefined: not a cursor of ours. */
function cursorOf(text: string): { at: string; id: Id } | undefined {
  const [at = '', id = ''] = text.split('_');
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at));
  return instant && isId(id) ? { at, id } : undefined;
}
