import type { DokumentArt, DokumentState } from '../contract/dokument-views.js';
import type { Day, Id } from '../contract/views.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Checkout, Dokument } from './dokument.js';
import { orderForVersion } from './rendition/order-for-version.js';

export interface NewDokument {
  readonly id: Id;
  readonly mandantId: Id;
  readonly vorgangId: Id;
  readonly parentId: Id | null;
  readonly betreff: string;
  readonly art: DokumentArt;
  readonly state: DokumentState;
  readonly date: Day | null;
  readonly eingangId: Id | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** null: a job made it. */
  readonly createdById: Id | null;
}

export interface NewVersion {
  readonly id: Id;
  readonly mandantId: Id;
  readonly dokumentId: Id;
  readonly nummer: number;
  readonly file: StoredFile;
  readonly signatures: readonly { de: string; en: string }[];
  /** Why a person made it; empty for what the system made. */
  readonly comment: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** Adds a Dokument with the next number in its Vorgang, whose row this locks. */
export async function insertDokument(queries: Queries, dokument: NewDokument): Promise<void> {
  await queries.query(
    `WITH counted AS (UPDATE vorgang SET last_dokument = last_dokument + 1 WHERE id = $3 RETURNING last_dokument)
     INSERT INTO dokument (id, mandant_id, vorgang_id, nummer, parent_id, betreff, art, state, dokument_date,
                           eingang_id, created_at, created_by, created_by_id)
     SELECT $1, $2, $3, last_dokument, $4, $5, $6, $7, $8, $9, $10, $11, $12 FROM counted`,
    [
      dokument.id,
      dokument.mandantId,
      dokument.vorgangId,
      dokument.parentId,
      dokument.betreff,
      dokument.art,
      dokument.state,
      dokument.date,
      dokument.eingangId,
      dokument.createdAt,
      dokument.createdBy,
      dokument.createdById,
    ],
  );
}

/** A draft became final, or final became a draft again. Returns the new row version. */
export async function setDokumentState(queries: Queries, dokumentId: Id, state: DokumentState): Promise<number> {
  return newVersionOf(
    await queries.query(`UPDATE dokument SET state = $2, version = version + 1 WHERE id = $1 RETURNING version`, [
      dokumentId,
      state,
    ]),
  );
}

export interface Details {
  readonly betreff: string;
  readonly art: DokumentArt;
  readonly date: Day | null;
}

export async function saveDetails(queries: Queries, dokumentId: Id, details: Details): Promise<number> {
  return newVersionOf(
    await queries.query(
      `UPDATE dokument SET betreff = $2, art = $3, dokument_date = $4, version = version + 1
        WHERE id = $1 RETURNING version`,
      [dokumentId, details.betreff, details.art, details.date],
    ),
  );
}

/** A further version was added. */
export async function touchDokument(queries: Queries, dokumentId: Id): Promise<number> {
  return newVersionOf(
    await queries.query(`UPDATE dokument SET version = version + 1 WHERE id = $1 RETURNING version`, [dokumentId]),
  );
}

function newVersionOf(rows: readonly { version: number }[]): number {
  const [row] = rows;
  if (!row) throw new Error('A locked Dokument is not there');
  return row.version;
}

/** Where a Dokument lies, and the Vorgang that answers for it; null for an unknown or deleted one. */
export async function placeOfDokument(
  queries: Queries,
  dokumentId: Id,
): Promise<Pick<Dokument, 'vorgangId' | 'place'> | null> {
  const [row] = await queries.query<Pick<Dokument, 'vorgangId' | 'place'>>(
    `SELECT vorgang_id AS "vorgangId", place FROM dokument WHERE id = $1 AND place <> 'deleted'`,
    [dokumentId],
  );
  return row ?? null;
}

/** The Dokument, locked until the end of the transaction; null for an unknown or deleted one. */
export async function lockDokument(queries: Queries, dokumentId: Id): Promise<Dokument | null> {
  const [dokument] = await queries.query<Omit<Dokument, 'checkout' | 'newest'>>(
    `SELECT id, vorgang_id AS "vorgangId", nummer, parent_id AS "parentId", betreff, art, state,
            dokument_date AS date, eingang_id AS "eingangId", place, version
       FROM dokument WHERE id = $1 AND place <> 'deleted' FOR UPDATE`,
    [dokumentId],
  );
  if (!dokument) return null;
  // Asked after the lock, so that they are what the last holder of the lock left behind.
  const [newest] = await queries.query<Dokument['newest']>(
    `SELECT nummer, sha256 FROM dokument_version WHERE dokument_id = $1 ORDER BY nummer DESC LIMIT 1`,
    [dokumentId],
  );
  const [checkout] = await queries.query<Omit<Checkout, 'since'> & { since: string }>(
    `SELECT c.id, c.person_id AS "personId", p.name AS person, c.base_nummer AS "baseNummer",
            to_char(c.since AT TIME ZONE 'Europe/Berlin', 'YYYY-MM-DD') AS since
       FROM dokument_checkout c JOIN person p ON p.id = c.person_id WHERE c.dokument_id = $1 AND c.ended_at IS NULL`,
    [dokumentId],
  );
  if (!newest) throw new Error('A Dokument without a version');
  return { ...dokument, newest, checkout: checkout ?? null };
}

/** Adds a version and orders what it is shown by, which a job makes: whoever files waits for neither. */
export async function insertVersion(queries: Queries, version: NewVersion): Promise<void> {
  await queries.query(
    `INSERT INTO dokument_version (id, mandant_id, dokument_id, nummer, file_name, mime, sha256, size, signatures,
                                   comment, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      version.id,
      version.mandantId,
      version.dokumentId,
      version.nummer,
      version.file.name,
      version.file.mime,
      version.file.sha256,
      version.file.size,
      JSON.stringify(version.signatures),
      version.comment,
      version.createdAt,
      version.createdBy,
    ],
  );
  const { mandantId, dokumentId, nummer, file } = version;
  // The newest are made first: those of an import, with the days of long ago, wait behind what is filed today.
  await orderForVersion(queries, { mandantId, dokumentId, nummer, mime: file.mime }, version.createdAt);
}
