import type { DokumentvorlageFacts, VorlageArt } from '../contract/vorlage-views.js';
import type { Id } from '../contract/views.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { Queries } from '../platform/postgres/database.js';

type Within = Queries & { readonly mandantId: Id };

export interface Dokumentvorlage {
  readonly id: Id;
  readonly name: string;
  readonly art: VorlageArt;
  readonly betreff: string;
  readonly active: boolean;
  readonly nummer: number;
  readonly version: number;
}

/** One unchanging version of a template. */
export interface Fassung {
  readonly nummer: number;
  readonly file: StoredFile;
  readonly places: readonly string[];
}

const COLUMNS = 'id, name, art, betreff, active, nummer, version';

export async function findDokumentvorlage(queries: Queries, id: Id): Promise<Dokumentvorlage | null> {
  const [row] = await queries.query<Dokumentvorlage>(`SELECT ${COLUMNS} FROM dokumentvorlage WHERE id = $1`, [id]);
  return row ?? null;
}

export async function lockDokumentvorlage(queries: Queries, id: Id): Promise<Dokumentvorlage | null> {
  const [row] = await queries.query<Dokumentvorlage>(
    `SELECT ${COLUMNS} FROM dokumentvorlage WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

/** Several at once, held against a change until the end of the transaction. */
export async function holdDokumentvorlagen(queries: Queries, ids: readonly Id[]): Promise<Dokumentvorlage[]> {
  return queries.query<Dokumentvorlage>(
    `SELECT ${COLUMNS} FROM dokumentvorlage WHERE id = ANY ($1) ORDER BY id FOR SHARE`,
    [ids],
  );
}

/** @returns false where the name is taken */
export async function insertDokumentvorlage(
  queries: Within,
  id: Id,
  { name, art, betreff }: DokumentvorlageFacts,
  at: Date,
): Promise<boolean> {
  const rows = await queries.query(
    `INSERT INTO dokumentvorlage (id, mandant_id, name, art, betreff, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING id`,
    [id, queries.mandantId, name, art, betreff, at],
  );
  return rows.length > 0;
}

/** Whether another one has this name. */
export async function isNameTaken(queries: Queries, id: Id, name: string): Promise<boolean> {
  const rows = await queries.query(`SELECT 1 FROM dokumentvorlage WHERE lower(name) = lower($2) AND id <> $1`, [
    id,
    name,
  ]);
  return rows.length > 0;
}

export async function updateDokumentvorlage(
  queries: Queries,
  { id, name, art, betreff, active }: DokumentvorlageFacts & { id: Id; active: boolean },
): Promise<void> {
  await queries.query(
    `UPDATE dokumentvorlage SET name = $2, art = $3, betreff = $4, active = $5, version = version + 1 WHERE id = $1`,
    [id, name, art, betreff, active],
  );
}

export async function countFassung(queries: Queries, id: Id): Promise<void> {
  await queries.query(`UPDATE dokumentvorlage SET nummer = nummer + 1, version = version + 1 WHERE id = $1`, [id]);
}

export async function insertFassung(
  queries: Within,
  { id, nummer, file, places, at, by }: Fassung & { id: Id; at: Date; by: string },
): Promise<void> {
  await queries.query(
    `INSERT INTO dokumentvorlage_fassung (dokumentvorlage_id, mandant_id, nummer, file_name, mime, sha256, size, places,
                                          created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, queries.mandantId, nummer, file.name, file.mime, file.sha256, file.size, places, at, by],
  );
}

export async function findFassung(queries: Queries, id: Id, nummer: number): Promise<Fassung | null> {
  const [row] = await queries.query<Omit<StoredFile, 'size'> & { size: string; places: string[] }>(
    `SELECT file_name AS name, mime, sha256, size, places FROM dokumentvorlage_fassung
      WHERE dokumentvorlage_id = $1 AND nummer = $2`,
    [id, nummer],
  );
  if (!row) return null;
  const { places, size, ...file } = row;
  return { nummer, places, file: { ...file, size: Number(size) } };
}
