import type { Vertraulichkeitsstufe } from '../contract/access-views.js';
import type { RejectionCode } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import type { WeitergabeKind, WeitergabeState } from '../contract/weitergabe-views.js';
import type { StoredObject } from '../platform/objects/object-store.js';
import type { Database, Queries } from '../platform/postgres/database.js';
import type { Candidate, Pickup } from './weitergabe.js';

/** One Dokument of a Weitergabe, as it was when it was ordered. */
export type WeitergabeItem = Omit<Candidate, 'place' | 'state' | 'editor' | 'stufe'>;

/** Where it goes: link and code, of which we keep hashes, or another Mandant. */
export type StoredRecipient =
  | { readonly tokenHash: Buffer; readonly codeHash: string; readonly mostDownloads: number }
  | { readonly toMandantId: Id };

export interface NewWeitergabe {
  readonly id: Id;
  readonly mandantId: Id;
  readonly akteId: Id;
  readonly kind: WeitergabeKind;
  readonly to: StoredRecipient;
  readonly recipient: string;
  readonly reason: string;
  readonly items: readonly WeitergabeItem[];
  readonly stufe: Vertraulichkeitsstufe;
  readonly state: WeitergabeState;
  readonly at: Date;
  readonly by: { readonly id: Id; readonly name: string };
  readonly expiresOn: Day;
}

/** Returns whether the token was free. */
export async function insertWeitergabe(queries: Queries, made: NewWeitergabe): Promise<boolean> {
  const { to } = made;
  const link = 'tokenHash' in to ? to : null;
  const rows = await queries.query(
    `INSERT INTO weitergabe (id, mandant_id, akte_id, kind, to_mandant_id, token_hash, code_hash, most_downloads, recipient,
                             reason, items, total, dokument_ids, stufe, state, created_at, created_by, created_by_id,
                             expires_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     ON CONFLICT (token_hash) DO NOTHING RETURNING id`,
    [
      ...[made.id, made.mandantId, made.akteId, made.kind, 'toMandantId' in to ? to.toMandantId : null],
      ...[link?.tokenHash ?? null, link?.codeHash ?? null, link?.mostDownloads ?? null, made.recipient, made.reason],
      ...[JSON.stringify(made.items), made.items.length, made.items.map(({ id }) => id), made.stufe, made.state],
      ...[made.at, made.by.name, made.by.id, made.expiresOn],
    ],
  );
  return rows.length > 0;
}

export interface Weitergabe extends Pickup {
  readonly id: Id;
  readonly version: number;
  readonly akteId: Id;
  readonly kind: WeitergabeKind;
  /** null: outside. */
  readonly toMandantId: Id | null;
  readonly recipient: string;
  readonly reason: string;
  readonly items: readonly WeitergabeItem[];
  readonly stufe: Vertraulichkeitsstufe;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly createdById: Id;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly codeHash: string | null;
}

const COLUMNS = `id, version, akte_id AS "akteId", kind, to_mandant_id AS "toMandantId", recipient, reason, items, stufe, state,
  created_at AS "createdAt", created_by AS "createdBy", created_by_id AS "createdById", expires_on AS "expiresOn", sha256,
  size, code_hash AS "codeHash", downloads, most_downloads AS "mostDownloads"`;

export async function findWeitergabe(queries: Queries, id: Id): Promise<Weitergabe | null> {
  return one(await queries.query(`SELECT ${COLUMNS} FROM weitergabe WHERE id = $1`, [id]));
}

/** The same, locked until the end of the transaction. */
export async function lockWeitergabe(queries: Queries, id: Id): Promise<Weitergabe | null> {
  return one(await queries.query(`SELECT ${COLUMNS} FROM weitergabe WHERE id = $1 FOR UPDATE`, [id]));
}

function one(rows: object[]): Weitergabe | null {
  const [row] = rows as (Omit<Weitergabe, 'size'> & { size: string | null })[];
  return row ? { ...row, size: row.size === null ? null : Number(row.size) } : null;
}

/** Where a link belongs, before the Mandant is known. */
export async function findByToken(
  database: Pick<Database, 'withoutMandant'>,
  hash: Buffer,
): Promise<{ mandantId: Id; weitergabeId: Id } | null> {
  const [row] = await database.withoutMandant.query<{ mandant_id: Id | null; weitergabe_id: Id }>(
    `SELECT mandant_id, weitergabe_id FROM find_weitergabe($1)`,
    [hash],
  );
  return row?.mandant_id ? { mandantId: row.mandant_id, weitergabeId: row.weitergabe_id } : null;
}

export async function saveReleased(queries: Queries, id: Id, at: { id: Id; name: string }): Promise<void> {
  await queries.query(
    `UPDATE weitergabe SET state = 'wartet', released_by = $2, released_by_id = $3, version = version + 1 WHERE id = $1`,
    [id, at.name, at.id],
  );
}

export async function saveCode(queries: Queries, id: Id, codeHash: string): Promise<void> {
  await queries.query(`UPDATE weitergabe SET code_hash = $2, version = version + 1 WHERE id = $1`, [id, codeHash]);
}

/** How far the job is. false: it was withdrawn meanwhile. The version stays: nobody decides anything about a count. */
export async function saveProgress(queries: Queries, id: Id, done: number): Promise<boolean> {
  const rows = await queries.query(
    `UPDATE weitergabe SET state = 'laeuft', done = $2 WHERE id = $1 AND state IN ('wartet', 'laeuft') RETURNING id`,
    [id, done],
  );
  return rows.length > 0;
}

export async function savePackage(queries: Queries, id: Id, { sha256, size }: StoredObject): Promise<void> {
  await queries.query(
    `UPDATE weitergabe SET state = 'bereit', done = total, sha256 = $2, size = $3, version = version + 1 WHERE id = $1`,
    [id, sha256, size],
  );
}

/** The other Mandant begins to take it over, or could not after all. */
export async function saveState(queries: Queries, id: Id, state: 'bereit' | 'uebernahme'): Promise<void> {
  await queries.query(`UPDATE weitergabe SET state = $2, version = version + 1 WHERE id = $1`, [id, state]);
}

export async function countDownload(queries: Queries, id: Id, at: Date): Promise<void> {
  await queries.query(
    `UPDATE weitergabe SET downloads = downloads + 1, last_download_at = $2, version = version + 1 WHERE id = $1`,
    [id, at],
  );
}

export interface EndedWeitergabe {
  readonly state: 'uebernommen' | 'abgelehnt' | 'zurueckgezogen' | 'abgelaufen' | 'gescheitert';
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly problem?: RejectionCode;
}

/** Nobody can take it any more: the bytes of the package are let go, and the sweeper of the storage removes them. */
export async function saveEnded(queries: Queries, id: Id, ended: EndedWeitergabe): Promise<void> {
  await queries.query(
    `UPDATE weitergabe SET state = $2, ended_at = $3, ended_by = $4, ended_reason = $5, problem = $6, sha256 = NULL,
            size = NULL, version = version + 1 WHERE id = $1`,
    [id, ended.state, ended.at, ended.by, ended.reason, ended.problem ?? null],
  );
}
