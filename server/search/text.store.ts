import type { Queries } from '../platform/postgres/database.js';

type MandantQueries = Queries & { readonly mandantId: string };

/** Stored bytes whose words are wanted. */
export interface UnreadText {
  readonly sha256: string;
  readonly mime: string;
  readonly size: number;
}

/** `none`: pages without text; `unread`: a kind that has no text for us; `scan`: pages without text that are to be recognised. */
export interface TextFound {
  readonly state: 'text' | 'none' | 'unread' | 'failed' | 'scan';
  readonly content: string;
}

/** Notes that the text of these bytes is wanted; of those noted before nothing changes. */
export async function orderTexts(queries: MandantQueries, hashes: readonly string[], at: Date): Promise<void> {
  await queries.query(
    `INSERT INTO search_text (mandant_id, object_hash, state, ordered_at)
     SELECT DISTINCT $1::uuid, h, 'due', $3::timestamptz FROM unnest($2::text[]) h ON CONFLICT DO NOTHING`,
    [queries.mandantId, hashes, at],
  );
}

/** Above that a text is no letter, and is read behind the index. */
const SMALL_TEXT = 64_000;

/** Hashes of small plain texts that nobody has read, among the next records that are due in the index. */
export async function unreadPlainTexts(queries: Queries, most: number): Promise<string[]> {
  const rows = await queries.query<{ sha256: string }>(
    `SELECT DISTINCT v.sha256
       FROM (SELECT kind, record_id FROM search_queue ORDER BY id LIMIT $1) q
      CROSS JOIN LATERAL (SELECT n.mandant_id, n.sha256, n.mime, n.size FROM dokument_version n
                           WHERE n.dokument_id = q.record_id ORDER BY n.nummer DESC LIMIT 1) v
       LEFT JOIN LATERAL (SELECT state FROM search_text
                           WHERE mandant_id = v.mandant_id AND object_hash = v.sha256 OFFSET 0) t ON true
      WHERE q.kind = 'dokument' AND v.mime = 'text/plain' AND v.size <= $2 AND t.state IS NULL`,
    [most, SMALL_TEXT],
  );
  return rows.map(({ sha256 }) => sha256);
}

/**
 * Keeps texts that were read together with their records. Other Dokumente with the same bytes become due: another server may
 * be indexing them this moment without their words.
 *
 * @param indexed Dokumente that have these words in the index already
 */
export async function keepNewTexts(
  queries: MandantQueries,
  texts: readonly (Pick<TextFound, 'state' | 'content'> & { readonly sha256: string })[],
  indexed: readonly string[],
): Promise<void> {
  const hashes = texts.map(({ sha256 }) => sha256);
  await queries.query(
    `INSERT INTO search_text (mandant_id, object_hash, state, content, origin)
     SELECT $1, x.sha256, x.state, x.content, 'bytes' FROM unnest($2::text[], $3::text[], $4::text[]) AS x (sha256, state, content)
      ORDER BY x.sha256 ON CONFLICT DO NOTHING`,
    [queries.mandantId, hashes, texts.map(({ state }) => state), texts.map(({ content }) => content)],
  );
  await queries.query(
    `INSERT INTO search_queue (mandant_id, kind, record_id)
     SELECT DISTINCT mandant_id, 'dokument', dokument_id FROM dokument_version
      WHERE mandant_id = $1 AND sha256 = ANY($2) AND dokument_id <> ALL($3)`,
    [queries.mandantId, hashes, indexed],
  );
}

/**
 * Takes bytes whose words are due, the newest first: a letter of today does not wait for an import of many years. They belong
 * to the caller until `until`, or until their text is saved; a server that is killed leaves them to the next one then.
 */
export async function takeUnreadTexts(
  queries: MandantQueries,
  { scan, most, now, until }: { scan: boolean; most: number; now: Date; until: Date },
): Promise<UnreadText[]> {
  const rows = await queries.query<{ sha256: string; file: { mime: string; size: number } | null }>(
    `UPDATE search_text t SET taken_until = $5
       FROM (SELECT object_hash FROM search_text
              WHERE mandant_id = $1 AND state = 'due' AND scan = $2 AND (taken_until IS NULL OR taken_until <= $4)
              ORDER BY ordered_at DESC LIMIT $3 FOR UPDATE SKIP LOCKED) due
      WHERE t.mandant_id = $1 AND t.object_hash = due.object_hash
     RETURNING t.object_hash AS sha256,
       (SELECT jsonb_build_object('mime', v.mime, 'size', v.size) FROM dokument_version v
         WHERE v.mandant_id = $1 AND v.sha256 = t.object_hash LIMIT 1) AS file`,
    [queries.mandantId, scan, most, now, until],
  );
  // Without a version they were destroyed meanwhile, and `sweepTexts` removes the row.
  return rows.flatMap(({ sha256, file }) => (file === null ? [] : [{ sha256, ...file }]));
}

/** Goes on holding what was taken. */
export async function holdText(queries: MandantQueries, sha256: string, until: Date): Promise<void> {
  await queries.query(`UPDATE search_text SET taken_until = $3 WHERE mandant_id = $1 AND object_hash = $2`, [
    ...[queries.mandantId, sha256, until],
  ]);
}

/** Keeps the texts of bytes, and makes the Dokumente due that have words now. */
export async function saveTexts(
  queries: MandantQueries,
  origin: 'bytes' | 'ocr',
  found: readonly (TextFound & { readonly sha256: string })[],
): Promise<void> {
  const hashes = found.map(({ sha256 }) => sha256);
  await queries.query(
    `UPDATE search_text t SET state = CASE x.state WHEN 'scan' THEN 'due' ELSE x.state END, scan = x.state = 'scan',
            content = x.content, origin = $2, taken_until = NULL
       FROM unnest($3::text[], $4::text[], $5::text[]) AS x (sha256, state, content)
      WHERE t.mandant_id = $1 AND t.object_hash = x.sha256`,
    [queries.mandantId, origin, hashes, found.map(({ state }) => state), found.map(({ content }) => content)],
  );
  const worded = found.filter(({ state }) => state === 'text').map(({ sha256 }) => sha256);
  await queries.query(
    `INSERT INTO search_queue (mandant_id, kind, record_id)
     SELECT DISTINCT mandant_id, 'dokument', dokument_id FROM dokument_version WHERE mandant_id = $1 AND sha256 = ANY($2)`,
    [queries.mandantId, worded],
  );
}

/** Removes the text of bytes that no version has any more: what was destroyed must not be read here. */
export async function sweepTexts(queries: Queries): Promise<void> {
  await queries.query(
    `DELETE FROM search_text t WHERE NOT EXISTS (SELECT FROM dokument_version v WHERE v.sha256 = t.object_hash)`,
  );
}
