import type { Id } from '../contract/views.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { Database, Queries } from '../platform/postgres/database.js';
import type { HeldLock } from './wopi.js';

export interface NewAccess {
  readonly id: Id;
  readonly mandantId: Id;
  readonly personId: Id;
  readonly dokumentId: Id;
  readonly sessionId: string;
  readonly tokenHash: Buffer;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Keeps a token; a second one with the same hash is not kept. Returns whether it was. */
export async function insertAccess(queries: Queries, access: NewAccess): Promise<boolean> {
  const rows = await queries.query(
    `INSERT INTO wopi_access (id, mandant_id, person_id, dokument_id, session_id, token_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (token_hash) DO NOTHING RETURNING id`,
    [
      ...[access.id, access.mandantId, access.personId, access.dokumentId, access.sessionId],
      ...[access.tokenHash, access.createdAt, access.expiresAt],
    ],
  );
  return rows.length > 0;
}

/** Where the token with this hash belongs, before the Mandant is known. */
export async function findAccess(database: Database, hash: Buffer): Promise<{ mandantId: Id; accessId: Id } | null> {
  const [row] = await database.withoutMandant.query<{ mandant_id: Id | null; access_id: Id }>(
    `SELECT mandant_id, access_id FROM find_wopi_access($1)`,
    [hash],
  );
  return row?.mandant_id ? { mandantId: row.mandant_id, accessId: row.access_id } : null;
}

export interface StoredAccess {
  readonly personId: Id;
  readonly dokumentId: Id;
  readonly expiresAt: Date;
}

/** A token whose session still lives. */
export async function loadAccess(queries: Queries, accessId: Id): Promise<StoredAccess | null> {
  const [row] = await queries.query<StoredAccess>(
    `SELECT a.person_id AS "personId", a.dokument_id AS "dokumentId", a.expires_at AS "expiresAt"
       FROM wopi_access a JOIN session s ON s.sid = a.session_id AND s.expire > now() WHERE a.id = $1`,
    [accessId],
  );
  return row ?? null;
}

/** Removes tokens that are over. */
export async function deleteExpiredAccess(queries: Queries & { readonly mandantId: Id }, now: Date): Promise<void> {
  await queries.query(`DELETE FROM wopi_access WHERE mandant_id = $1 AND expires_at < $2`, [queries.mandantId, now]);
}

/** The lock of an editor server, and the check-out behind it. */
export interface StoredLock extends HeldLock {
  readonly checkoutId: Id;
  readonly uploadId: Id | null;
  readonly editors: readonly Id[];
  /** Who has the Dokument checked out. */
  readonly personId: Id;
  /** The check-out has not ended: nobody took it over, and nobody checked in by hand. */
  readonly standing: boolean;
}

const LOCK = `SELECT l.lock, l.expires_at AS "expiresAt", l.checkout_id AS "checkoutId", l.upload_id AS "uploadId",
    l.editors, c.person_id AS "personId", c.ended_at IS NULL AS standing
  FROM wopi_lock l JOIN dokument_checkout c ON c.id = l.checkout_id WHERE l.dokument_id = $1`;

export async function findLock(queries: Queries, dokumentId: Id): Promise<StoredLock | null> {
  return (await queries.query<StoredLock>(LOCK, [dokumentId]))[0] ?? null;
}

/** The same, locked until the end of the transaction; what the check-out says is asked after that. */
export async function lockLock(queries: Queries, dokumentId: Id): Promise<StoredLock | null> {
  await queries.query(`SELECT 1 FROM wopi_lock WHERE dokument_id = $1 FOR UPDATE`, [dokumentId]);
  return findLock(queries, dokumentId);
}

export interface NewLock extends HeldLock {
  readonly mandantId: Id;
  readonly dokumentId: Id;
}

/** Joins a lock to the check-out that is open. */
export async function insertLock(queries: Queries, { mandantId, dokumentId, lock, expiresAt }: NewLock): Promise<void> {
  await queries.query(
    `INSERT INTO wopi_lock (dokument_id, mandant_id, checkout_id, lock, expires_at)
     SELECT $1, $2, c.id, $3, $4 FROM dokument_checkout c WHERE c.dokument_id = $1 AND c.ended_at IS NULL`,
    [dokumentId, mandantId, lock, expiresAt],
  );
}

export async function saveLock(queries: Queries, dokumentId: Id, { lock, expiresAt }: HeldLock): Promise<void> {
  await queries.query(`UPDATE wopi_lock SET lock = $2, expires_at = $3 WHERE dokument_id = $1`, [
    dokumentId,
    lock,
    expiresAt,
  ]);
}

export interface SavedDraft {
  readonly uploadId: Id | null;
  readonly editorId: Id;
  readonly at: Date;
}

/** An editor has saved: this is what it saved last, and who did. */
export async function saveDraft(
  queries: Queries,
  dokumentId: Id,
  { uploadId, editorId, at }: SavedDraft,
): Promise<void> {
  await queries.query(
    `UPDATE wopi_lock SET upload_id = $2, saved_at = $4,
            editors = CASE WHEN $3 = ANY (editors) THEN editors ELSE editors || $3::uuid END WHERE dokument_id = $1`,
    [dokumentId, uploadId, editorId, at],
  );
}

export async function deleteLock(queries: Queries, dokumentId: Id): Promise<void> {
  await queries.query(`DELETE FROM wopi_lock WHERE dokument_id = $1`, [dokumentId]);
}

/** Dokumente whose lock has expired, a hundred at a time. */
export async function expiredLocks(
  queries: Queries,
  mandantId: Id,
  now: Date,
): Promise<{ dokumentId: Id; personId: Id }[]> {
  return queries.query(
    `SELECT l.dokument_id AS "dokumentId", c.person_id AS "personId"
       FROM wopi_lock l JOIN dokument_checkout c ON c.id = l.checkout_id
      WHERE l.mandant_id = $1 AND l.expires_at <= $2 ORDER BY l.expires_at LIMIT 100`,
    [mandantId, now],
  );
}

/** What an editor reads: what it saved last, or the newest version. */
export interface EditedContent {
  readonly file: StoredFile;
  readonly nummer: number;
  readonly changedAt: Date;
  readonly kind: 'draft' | 'version';
  /** Name of the Vorgang's number, shown beside the file name. */
  readonly aktenzeichen: string;
  readonly createdById: Id | null;
}

interface ContentRow {
  nummer: number;
  file_name: string;
  mime: string;
  sha256: string;
  size: string;
  changed_at: Date;
  draft: boolean;
  aktenzeichen: string;
  created_by_id: Id | null;
}

export async function contentOf(queries: Queries, dokumentId: Id): Promise<EditedContent | null> {
  const [row] = await queries.query<ContentRow>(
    `SELECT v.nummer, v.file_name, coalesce(u.mime, v.mime) AS mime, coalesce(u.sha256, v.sha256) AS sha256,
            coalesce(u.size, v.size) AS size, coalesce(u.uploaded_at, v.created_at) AS changed_at,
            u.id IS NOT NULL AS draft, g.aktenzeichen, d.created_by_id
       FROM dokument d JOIN vorgang g ON g.id = d.vorgang_id
       JOIN LATERAL (SELECT * FROM dokument_version s WHERE s.dokument_id = d.id ORDER BY s.nummer DESC LIMIT 1) v ON true
       LEFT JOIN (wopi_lock l JOIN dokument_checkout c ON c.id = l.checkout_id AND c.ended_at IS NULL)
              ON l.dokument_id = d.id
       LEFT JOIN dokument_upload u ON u.id = l.upload_id
      WHERE d.id = $1 AND d.place <> 'deleted'`,
    [dokumentId],
  );
  if (!row) return null;
  const { nummer, aktenzeichen } = row;
  const file = { name: row.file_name, mime: row.mime, sha256: row.sha256, size: Number(row.size) };
  const kind = row.draft ? 'draft' : 'version';
  return { file, nummer, aktenzeichen, kind, changedAt: row.changed_at, createdById: row.created_by_id };
}

/** Names of these people, in the order of the alphabet. */
export async function namesOf(queries: Queries, ids: readonly Id[]): Promise<string[]> {
  const rows = await queries.query<{ name: string }>(`SELECT name FROM person WHERE id = ANY ($1) ORDER BY name`, [
    ids,
  ]);
  return rows.map(({ name }) => name);
}
