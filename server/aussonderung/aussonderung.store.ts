import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { PreparedAbgabe } from './prepare-abgabe.js';

export interface NewAussonderung extends PreparedAbgabe {
  readonly mandantId: Id;
  readonly createdAt: Date;
  readonly createdBy: Id;
}

/** Writes down a package and the Vorgaenge in it, which are with the archive from now on. */
export async function insertAussonderung(queries: Queries, aussonderung: NewAussonderung): Promise<void> {
  const { id, mandantId, fileName, sha256, sha512, size, createdAt, createdBy, vorgangIds } = aussonderung;
  await queries.query(
    `INSERT INTO aussonderung (id, mandant_id, file_name, sha256, sha512, size, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, mandantId, fileName, sha256, sha512, size, createdAt, createdBy],
  );
  await queries.query(
    `INSERT INTO aussonderung_vorgang (mandant_id, aussonderung_id, vorgang_id) SELECT $1, $2, unnest($3::uuid[])`,
    [mandantId, id, vorgangIds],
  );
  await queries.query(`UPDATE vorgang SET state = 'abgegeben', version = version + 1 WHERE id = ANY($1)`, [vorgangIds]);
}

export interface StoredPackage {
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
}

/** The container of one Aussonderung; null for an unknown one. */
export async function findPackage(queries: Queries, id: Id): Promise<StoredPackage | null> {
  const [row] = await queries.query<StoredPackage & { size: string }>(
    `SELECT file_name AS "fileName", sha256, size FROM aussonderung WHERE id = $1`,
    [id],
  );
  return row ? { ...row, size: Number(row.size) } : null;
}
