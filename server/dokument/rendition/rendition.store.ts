import type { Id } from '../../contract/views.js';
import type { StoredFile } from '../../platform/http/routes.js';
import type { Queries } from '../../platform/postgres/database.js';

export type RenditionKind = 'pdfa' | 'thumbnail';
export type RenditionState = 'waiting' | 'ready' | 'failed';
/** Why there is none. `notInstalled` says nothing about the file, and is forgotten when the program is there. */
export type RenditionReason = 'notInstalled' | 'broken' | 'tooLarge' | 'time';

export interface RenditionKey {
  readonly dokumentId: Id;
  readonly nummer: number;
  readonly kind: RenditionKind;
}

export interface Rendition {
  readonly state: RenditionState;
  readonly reason: RenditionReason | null;
  readonly sha256: string | null;
  readonly size: number | null;
}

/** One that is due, with the version that it is made from. */
export interface NextRendition extends RenditionKey {
  readonly vorgangId: Id;
  readonly file: StoredFile;
  readonly attempts: number;
}

/** Has one made, also anew where it failed before; what is ready or waits stays as it is. */
export async function orderRendition(
  queries: Queries,
  mandantId: Id,
  { dokumentId, nummer, kind }: RenditionKey,
  now: Date,
): Promise<void> {
  await queries.query(
    `INSERT INTO dokument_rendition AS r (mandant_id, dokument_id, nummer, kind, state, wanted_at, next_at)
     VALUES ($1, $2, $3, $4, 'waiting', $5, $5)
     ON CONFLICT (dokument_id, nummer, kind) DO UPDATE
       SET state = 'waiting', reason = NULL, attempts = 0, wanted_at = $5, next_at = $5 WHERE r.state = 'failed'`,
    [mandantId, dokumentId, nummer, kind, now],
  );
}

export async function findRendition(
  queries: Queries,
  { dokumentId, nummer, kind }: RenditionKey,
): Promise<Rendition | null> {
  const [row] = await queries.query<Omit<Rendition, 'size'> & { size: string | null }>(
    `SELECT state, reason, sha256, size FROM dokument_rendition WHERE dokument_id = $1 AND nummer = $2 AND kind = $3`,
    [dokumentId, nummer, kind],
  );
  return row ? { ...row, size: row.size === null ? null : Number(row.size) } : null;
}

/** The next that is due, locked until the end of the transaction; what another server is making is passed over. */
export async function takeDue(queries: Queries, now: Date): Promise<NextRendition | null> {
  const [row] = await queries.query<
    RenditionKey & { vorgangId: Id; attempts: number; name: string; mime: string; sha256: string; size: string }
  >(
    `SELECT r.dokument_id AS "dokumentId", r.nummer, r.kind, r.attempts, d.vorgang_id AS "vorgangId",
            v.file_name AS name, v.mime, v.sha256, v.size
       FROM dokument_rendition r
       JOIN dokument_version v ON v.dokument_id = r.dokument_id AND v.nummer = r.nummer
       JOIN dokument d ON d.id = r.dokument_id
      WHERE r.state = 'waiting' AND r.next_at <= $1
      ORDER BY r.wanted_at DESC LIMIT 1 FOR UPDATE OF r SKIP LOCKED`,
    [now],
  );
  if (!row) return null;
  const { name, mime, sha256, size, ...due } = row;
  return { ...due, file: { name, mime, sha256, size: Number(size) } };
}

export async function saveReady(
  queries: Queries,
  key: RenditionKey,
  bytes: { sha256: string; size: number },
): Promise<void> {
  await queries.query(
    `UPDATE dokument_rendition SET state = 'ready', reason = NULL, sha256 = $4, size = $5
      WHERE dokument_id = $1 AND nummer = $2 AND kind = $3`,
    [key.dokumentId, key.nummer, key.kind, bytes.sha256, bytes.size],
  );
}

export async function saveFailed(queries: Queries, key: RenditionKey, reason: RenditionReason): Promise<void> {
  await queries.query(
    `UPDATE dokument_rendition SET state = 'failed', reason = $4 WHERE dokument_id = $1 AND nummer = $2 AND kind = $3`,
    [key.dokumentId, key.nummer, key.kind, reason],
  );
}

/** Something else than the file was in the way: it comes again at `next`. */
export async function postponeRendition(queries: Queries, key: RenditionKey, next: Date): Promise<void> {
  await queries.query(
    `UPDATE dokument_rendition SET attempts = attempts + 1, next_at = $4
      WHERE dokument_id = $1 AND nummer = $2 AND kind = $3`,
    [key.dokumentId, key.nummer, key.kind, next],
  );
}

/** The program is there now: what was given up for the lack of it is due. */
export async function reviveNotInstalled(queries: Queries, now: Date): Promise<void> {
  await queries.query(
    `UPDATE dokument_rendition SET state = 'waiting', reason = NULL, attempts = 0, next_at = $1
      WHERE reason = 'notInstalled'`,
    [now],
  );
}

/** The newest version of each Dokument in the register of a Vorgang. */
export async function newestVersionsOf(
  queries: Queries,
  vorgangId: Id,
): Promise<{ dokumentId: Id; nummer: number; mime: string }[]> {
  return queries.query(
    `SELECT DISTINCT ON (d.id) d.id AS "dokumentId", v.nummer, v.mime
       FROM dokument d JOIN dokument_version v ON v.dokument_id = d.id
      WHERE d.vorgang_id = $1 AND d.place = 'register' ORDER BY d.id, v.nummer DESC`,
    [vorgangId],
  );
}

/** How many of the newest versions in a Vorgang wait for their PDF/A, and why others have none. */
export async function countRenditions(
  queries: Queries,
  vorgangId: Id,
): Promise<{ state: RenditionState; reason: RenditionReason | null; count: number }[]> {
  return queries.query(
    `SELECT r.state, r.reason, count(*)::int AS count
       FROM dokument d
       JOIN LATERAL (SELECT max(nummer) AS nummer FROM dokument_version v WHERE v.dokument_id = d.id) newest ON true
       JOIN dokument_rendition r ON r.dokument_id = d.id AND r.nummer = newest.nummer AND r.kind = 'pdfa'
      WHERE d.vorgang_id = $1 AND d.place = 'register' GROUP BY r.state, r.reason ORDER BY r.reason`,
    [vorgangId],
  );
}
