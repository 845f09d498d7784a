import type { DokumentArt } from '../contract/dokument-views.js';
import type { Id } from '../contract/views.js';
import type { ZusatzKind } from '../contract/zusatzfeld-views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { RecordField, StoredValues } from './fill-values.js';
import type { MissingValue } from './zusatzfeld.js';
import { FIELD } from './zusatzfeld.store.js';

/** A record with the fields of its type, and those from which it still has a value. */
export interface RecordFields {
  readonly fields: readonly RecordField[];
  readonly stored: StoredValues;
}

interface PlaceRow {
  einheitId: Id;
  art: DokumentArt | null;
  zusatz: StoredValues;
}

/** Where a record lies decides its type: the position of its Akte, and of a Dokument its kind. */
const PLACE: Readonly<Record<ZusatzKind, string>> = {
  akte: `SELECT aktenplaneinheit_id AS "einheitId", NULL AS art, zusatz FROM akte WHERE id = $1`,
  vorgang: `SELECT a.aktenplaneinheit_id AS "einheitId", NULL AS art, v.zusatz
              FROM vorgang v JOIN akte a ON a.id = v.akte_id WHERE v.id = $1`,
  dokument: `SELECT a.aktenplaneinheit_id AS "einheitId", d.art, d.zusatz
               FROM dokument d JOIN vorgang v ON v.id = d.vorgang_id JOIN akte a ON a.id = v.akte_id
              WHERE d.id = $1 AND d.place <> 'deleted'`,
};

/** From a position up to the root of the Aktenplan: a field of any of them holds below it. */
const WAY = `way AS (SELECT id, parent_id FROM aktenplaneinheit WHERE id = (SELECT einheit_id FROM place)
                     UNION ALL SELECT e.id, e.parent_id FROM aktenplaneinheit e JOIN way ON way.parent_id = e.id)`;

/**
 * The fields of a record in the order of their form; null for an unknown or invisible one.
 *
 * @param art kind that a Dokument is just about to have
 */
export async function fieldsOfRecord(
  queries: Queries,
  kind: ZusatzKind,
  id: Id,
  art?: DokumentArt,
): Promise<RecordFields | null> {
  const [place] = await queries.query<PlaceRow>(PLACE[kind], [id]);
  if (!place) return null;
  const fields = await queries.query<RecordField>(
    `WITH RECURSIVE place AS (SELECT $2::uuid AS einheit_id), ${WAY}
     SELECT ${FIELD}, CASE WHEN f.state = 'offen' AND (f.einheit_id IS NULL OR f.einheit_id IN (SELECT way.id FROM way))
                            AND (f.dokument_art IS NULL OR f.dokument_art = $3) THEN 'fillable' ELSE 'readable' END AS use
       FROM zusatzfeld f WHERE f.kind = $1 ORDER BY f.rank, f.key`,
    [kind, place.einheitId, art ?? place.art],
  );
  const known = fields.filter(({ use, key }) => use === 'fillable' || Object.hasOwn(place.zusatz, key));
  return { fields: known, stored: place.zusatz };
}

/** Required values that a Vorgang, its Akte and the Dokumente of its register still lack. */
export async function missingValues(queries: Queries, vorgangId: Id): Promise<MissingValue[]> {
  return queries.query<MissingValue>(
    `WITH RECURSIVE place AS (SELECT a.aktenplaneinheit_id AS einheit_id FROM vorgang v JOIN akte a ON a.id = v.akte_id
                               WHERE v.id = $1), ${WAY},
       required AS (SELECT f.* FROM zusatzfeld f WHERE f.state = 'offen' AND f.definition ->> 'need' = 'required'
                       AND (f.einheit_id IS NULL OR f.einheit_id IN (SELECT way.id FROM way))),
       record AS (SELECT 'akte' AS noun, a.id, a.aktenzeichen AS record, a.zusatz, NULL AS art, 0 AS nummer
                    FROM vorgang v JOIN akte a ON a.id = v.akte_id WHERE v.id = $1
                  UNION ALL SELECT 'vorgang', v.id, v.aktenzeichen, v.zusatz, NULL, 0 FROM vorgang v WHERE v.id = $1
                  UNION ALL SELECT 'dokument', d.id, d.betreff, d.zusatz, d.art, d.nummer
                    FROM dokument d WHERE d.vorgang_id = $1 AND d.place = 'register' AND d.state <> 'verworfen')
     SELECT r.noun, r.id, r.record, q.definition -> 'label' AS label
       FROM record r JOIN required q ON q.kind = r.noun AND (q.dokument_art IS NULL OR q.dokument_art = r.art)
      WHERE NOT r.zusatz ? q.key ORDER BY r.noun, r.nummer, q.rank, q.key`,
    [vorgangId],
  );
}
