import type { DokumentArt, DokumentState } from '../contract/dokument-views.js';
import type { Day, Id } from '../contract/views.js';
import type { StoredFile } from '../platform/http/routes.js';
import { newId } from '../platform/ids.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Checkout, Dokument } from './dokument.js';
import { orderForVersion } from './rendition/order-for-version.js';

/** A Dokument with its first version. */
export interface NewDokument {
  readonly id: Id;
  readonly parentId: Id | null;
  readonly betreff: string;
  readonly art: DokumentArt;
  readonly state: DokumentState;
  readonly date: Day | null;
  readonly eingangId: Id | null;
  /** null: a job made it. */
  readonly createdById: Id | null;
  readonly createdBy: string;
  /** Bytes that are already in the object store. */
  readonly file: StoredFile;
  readonly signatures: readonly { de: string; en: string }[];
}

export interface NewVersion {
  readonly id: Id;
  readonly dokumentId: Id;
  readonly nummer: number;
  readonly file: StoredFile;
  readonly signatures: readonly { de: string; en: string }[];
  /** Why a person made it; empty for what the system made. */
  readonly comment: string;
  readonly createdBy: string;
  /** null: no person made it. Four eyes ask for it. */
  readonly createdById: Id | null;
}

type Writing = Queries & { readonly mandantId: Id };

/**
 * Adds Dokumente with the next numbers in their Vorgang, whose row this locks, and their first versions. Whatever their number
 * it takes two statements: an import sends hundreds of thousands of Dokumente through here.
 */
export async function insertDokumente(
  queries: Writing,
  vorgangId: Id,
  dokumente: readonly NewDokument[],
  createdAt: Date,
): Promise<void> {
  const column = <Name extends keyof NewDokument>(name: Name) => dokumente.map((dokument) => dokument[name]);
  await queries.query(
    `WITH counted AS (UPDATE vorgang SET last_dokument = last_dokument + $4 WHERE id = $2 RETURNING last_dokument - $4 AS before)
     INSERT INTO dokument (id, mandant_id, vorgang_id, nummer, parent_id, betreff, art, state, dokument_date,
                           eingang_id, created_at, created_by, created_by_id)
     SELECT x.id, $1, $2, before + place, x.parent_id, x.betreff, x.art, x.state, x.day, x.eingang_id, $3, x.author, x.author_id
       FROM counted, unnest($5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::date[], $11::uuid[], $12::text[],
         $13::uuid[]) WITH ORDINALITY AS x (id, parent_id, betreff, art, state, day, eingang_id, author, author_id, place)`,
    [
      ...[
        queries.mandantId,
        vorgangId,
        createdAt,
        dokumente.length,
        column('id'),
        column('parentId'),
        column('betreff'),
      ],
      ...[
        column('art'),
        column('state'),
        column('date'),
        column('eingangId'),
        column('createdBy'),
        column('createdById'),
      ],
    ],
  );
  const versions = dokumente.map(({ id, file, signatures, createdBy, createdById }) => {
    return { ...{ id: newId(), dokumentId: id, nummer: 1, comment: '' }, file, signatures, createdBy, createdById };
  });
  await insertVersions(queries, versions, createdAt);
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

/** Adds versions and orders what they are shown by, which a job makes: whoever files waits for neither. */
export async function insertVersions(
  queries: Writing,
  versions: readonly NewVersion[],
  createdAt: Date,
): Promise<void> {
  const column = <Name extends keyof NewVersion>(name: Name) => versions.map((version) => version[name]);
  const ofFile = (name: keyof StoredFile) => versions.map(({ file }) => file[name]);
  await queries.query(
    `INSERT INTO dokument_version (id, mandant_id, dokument_id, nummer, file_name, mime, sha256, size, signatures,
                                   comment, created_at, created_by, created_by_id)
     SELECT x.id, $1, x.dokument_id, x.nummer, x.file_name, x.mime, x.sha256, x.size, x.signatures, x.comment, $2, x.author,
            x.author_id
       FROM unnest($3::uuid[], $4::uuid[], $5::int[], $6::text[], $7::text[], $8::text[], $9::bigint[], $10::jsonb[], $11::text[],
         $12::text[], $13::uuid[])
         AS x (id, dokument_id, nummer, file_name, mime, sha256, size, signatures, comment, author, author_id)`,
    [
      ...[queries.mandantId, createdAt, column('id'), column('dokumentId'), column('nummer')],
      ...[ofFile('name'), ofFile('mime'), ofFile('sha256'), ofFile('size')],
      ...[versions.map(({ signatures }) => JSON.stringify(signatures)), column('comment')],
      ...[column('createdBy'), column('createdById')],
    ],
  );
  const { mandantId } = queries;
  // The newest are made first: those of an import, with the days of long ago, wait behind what is filed today.
  for (const { dokumentId, nummer, file } of versions)
    await orderForVersion(queries, { mandantId, dokumentId, nummer, mime: file.mime }, createdAt);
}
