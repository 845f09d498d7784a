import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Vector } from './analysis/vector.js';

export type RecordKind = 'akte' | 'vorgang' | 'dokument';

export interface QueuedRecord {
  readonly kind: RecordKind;
  readonly id: Id;
}

/** What a record says about itself, before its words are made. */
export interface Facts {
  readonly id: Id;
  readonly kind: RecordKind;
  readonly akteId: Id;
  readonly vorgangId: Id | null;
  readonly accessClass: number;
  readonly aktenzeichen: string;
  readonly plan: string;
  readonly betreff: string;
  /** Names of people and firms. */
  readonly names: string;
  /** Everything else that is worth finding, such as the name of the file. */
  readonly more: string;
  readonly state: string | null;
  readonly art: string | null;
  readonly day: Day;
  readonly sha256: string | null;
  readonly mime: string | null;
  /** Null: nobody has read these bytes yet. */
  readonly text: string | null;
}

/** Takes records that are due from the queue; two readers never take the same row. Each record once. */
export async function takeQueued(queries: Queries, most: number): Promise<QueuedRecord[]> {
  const rows = await queries.query<QueuedRecord>(
    `DELETE FROM search_queue WHERE id IN (SELECT id FROM search_queue ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING kind, record_id AS id`,
    [most],
  );
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** What stands in the extra fields of a record, as people read it. */
const zusatzOf = (record: string) => `(SELECT string_agg(z.value ->> 'text', ' ') FROM jsonb_each(${record}.zusatz) z)`;

/**
 * One row by its key, and never a join: in the hour in which an import fills empty tables PostgreSQL takes them for empty, and
 * read every Akte for every Dokument.
 */
const theOne = (table: string, key: string) => `CROSS JOIN LATERAL (SELECT * FROM ${table} WHERE id = ${key} OFFSET 0)`;

const AKTE = `SELECT a.id, 'akte' AS kind, a.id AS "akteId", NULL::uuid AS "vorgangId", a.access_class AS "accessClass",
    a.aktenzeichen, e.kennzeichen AS plan, a.betreff, '' AS names, concat_ws(' ', e.titel, ${zusatzOf('a')}) AS more, NULL AS state, NULL AS art,
    a.opened_on AS day, NULL AS sha256, NULL AS mime, NULL AS text
  FROM unnest($1::uuid[]) AS wanted (id) ${theOne('akte', 'wanted.id')} a ${theOne('aktenplaneinheit', 'a.aktenplaneinheit_id')} e`;

const VORGANG = `SELECT v.id, 'vorgang' AS kind, v.akte_id AS "akteId", v.id AS "vorgangId",
    v.access_class AS "accessClass", v.aktenzeichen, e.kennzeichen AS plan, v.betreff,
    (SELECT coalesce(string_agg(concat_ws(' ', k.vorname, k.name), ', '), '')
       FROM beteiligung b JOIN kontakt m ON m.id = b.kontakt_id JOIN kontakt k ON k.id IN (m.id, m.merged_into)
      WHERE b.vorgang_id = v.id AND b.ended_at IS NULL) AS names, concat_ws(' ', a.betreff, ${zusatzOf('v')}) AS more,
    v.state, NULL AS art, v.laufzeit_beginn AS day, NULL AS sha256, NULL AS mime, NULL AS text
  FROM unnest($1::uuid[]) AS wanted (id) ${theOne('vorgang', 'wanted.id')} v ${theOne('akte', 'v.akte_id')} a
  ${theOne('aktenplaneinheit', 'a.aktenplaneinheit_id')} e`;

const DOKUMENT = `SELECT d.id, 'dokument' AS kind, v.akte_id AS "akteId", v.id AS "vorgangId",
    d.access_class AS "accessClass", v.aktenzeichen, e.kennzeichen AS plan, d.betreff,
    concat_ws(' ', i.examination ->> 'sender', i.examination -> 'mail' ->> 'from', d.created_by) AS names,
    concat_ws(' ', s.file_name, i.examination -> 'rechnung' ->> 'nummer', ${zusatzOf('d')}) AS more,
    d.state, d.art, coalesce(d.dokument_date, d.created_at::date) AS day, s.sha256, s.mime, t.content AS text
  FROM unnest($1::uuid[]) AS wanted (id) ${theOne('dokument', 'wanted.id')} d ${theOne('vorgang', 'd.vorgang_id')} v
  ${theOne('akte', 'v.akte_id')} a ${theOne('aktenplaneinheit', 'a.aktenplaneinheit_id')} e
  LEFT JOIN LATERAL (SELECT examination FROM eingang WHERE id = d.eingang_id OFFSET 0) i ON true
  LEFT JOIN LATERAL (SELECT n.sha256, n.mime, n.file_name FROM dokument_version n
                      WHERE n.dokument_id = d.id ORDER BY n.nummer DESC LIMIT 1) s ON true
  LEFT JOIN LATERAL (SELECT content FROM search_text
                      WHERE mandant_id = d.mandant_id AND object_hash = s.sha256 OFFSET 0) t ON true
 WHERE d.place IN ('register', 'unlinked')`;

const READ: Readonly<Record<RecordKind, string>> = { akte: AKTE, vorgang: VORGANG, dokument: DOKUMENT };

/** The facts of records of one kind; one that is gone is missing. */
export async function readFacts(queries: Queries, kind: RecordKind, ids: readonly Id[]): Promise<Facts[]> {
  return ids.length > 0 ? queries.query<Facts>(READ[kind], [ids]) : [];
}

/** Writes the entries of records, and the words that are new in the stock. */
export async function saveEntries(
  queries: Queries & { readonly mandantId: Id },
  entries: readonly { facts: Facts; reference: string; vector: Vector }[],
): Promise<void> {
  await queries.query(
    `INSERT INTO search_entry (id, mandant_id, kind, akte_id, vorgang_id, access_class, reference, plan, state, art, day,
       words, whole, object_hash)
     SELECT x.id, $1, x.kind, x."akteId", x."vorgangId", x."accessClass", x.reference, x.plan, x.state, x.art, x.day,
            x.words::tsvector, x.whole, x.sha256
       FROM jsonb_to_recordset($2::jsonb) AS x (id uuid, kind text, "akteId" uuid, "vorgangId" uuid,
         "accessClass" integer, reference text, plan text, state text, art text, day date, words text, whole boolean,
         sha256 text) ORDER BY x.id
     ON CONFLICT (id) DO UPDATE SET akte_id = excluded.akte_id, vorgang_id = excluded.vorgang_id,
       access_class = excluded.access_class, reference = excluded.reference, plan = excluded.plan,
       state = excluded.state, art = excluded.art, day = excluded.day, words = excluded.words, whole = excluded.whole,
       object_hash = excluded.object_hash`,
    [queries.mandantId, JSON.stringify(entries.map(rowOf))],
  );
  // Sorted: two readers with the same new words would otherwise wait for each other.
  const words = [...new Set(entries.flatMap(({ vector }) => vector.words))].filter((word) => !/\d/.test(word)).sort();
  await queries.query(
    `INSERT INTO search_word (mandant_id, word) SELECT $1, w FROM unnest($2::text[]) AS w ON CONFLICT DO NOTHING`,
    [queries.mandantId, words],
  );
}

function rowOf({ facts, reference, vector }: { facts: Facts; reference: string; vector: Vector }): object {
  const { text: _, betreff: __, names: ___, more: ____, mime: _____, ...row } = facts;
  return { ...row, reference, words: vector.literal, whole: vector.whole };
}

/** Removes the entries of records that are gone, or lie in the bin. */
export async function removeEntries(queries: Queries, ids: readonly Id[]): Promise<void> {
  await queries.query(`DELETE FROM search_entry WHERE id = ANY($1)`, [ids]);
}

/** Keeps a search. @returns false where the person has one of this name */
export async function insertSearch(
  queries: Queries & { readonly mandantId: Id },
  { id, personId, unitId, name, query }: { id: Id; personId: Id; unitId: Id | null; name: string; query: string },
): Promise<boolean> {
  const rows = await queries.query(
    `INSERT INTO saved_search (id, mandant_id, person_id, unit_id, name, query) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (person_id, name) DO NOTHING RETURNING id`,
    [id, queries.mandantId, personId, unitId, name, query],
  );
  return rows.length > 0;
}

/** Deletes a search of this person. @returns its name, or null where there is none */
export async function deleteSearch(queries: Queries, id: Id, personId: Id): Promise<string | null> {
  const [row] = await queries.query<{ name: string }>(
    `DELETE FROM saved_search WHERE id = $1 AND person_id = $2 RETURNING name`,
    [id, personId],
  );
  return row?.name ?? null;
}
