import type { UploadPart } from '../../contract/upload-views.js';
import type { Id } from '../../contract/views.js';
import type { Queries } from '../postgres/database.js';

/** A file on its way in. */
export interface Upload {
  readonly id: Id;
  readonly fileName: string;
  readonly size: number;
  readonly received: number;
  /** What the sender announced. */
  readonly announced: string | null;
  /** The object that it has become. */
  readonly sha256: string | null;
}

export interface NewUpload {
  readonly id: Id;
  readonly mandantId: Id;
  readonly personId: Id;
  readonly fileName: string;
  readonly size: number;
  readonly announced: string | null;
  readonly at: Date;
}

export async function insertUpload(queries: Queries, upload: NewUpload): Promise<void> {
  const { id, mandantId, personId, fileName, size, announced, at } = upload;
  await queries.query(
    `INSERT INTO upload (id, mandant_id, person_id, file_name, size, announced_sha256, touched_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, mandantId, personId, fileName, size, announced, at],
  );
}

const COLUMNS = `id, file_name AS "fileName", size, received, announced_sha256 AS announced, sha256`;

/** Uploads of one person, oldest first. Nobody else's are ever shown or touched. */
export async function uploadsOf(queries: Queries, personId: Id): Promise<Upload[]> {
  const rows = await queries.query<RawUpload>(
    `SELECT ${COLUMNS} FROM upload WHERE person_id = $1 ORDER BY touched_at, id`,
    [personId],
  );
  return rows.map(read);
}

/** @param lock holds the row until the end of the transaction */
export async function findUpload(
  queries: Queries,
  personId: Id,
  id: Id,
  lock: 'lock' | 'read' = 'read',
): Promise<Upload | null> {
  const [row] = await queries.query<RawUpload>(
    `SELECT ${COLUMNS} FROM upload WHERE id = $1 AND person_id = $2 ${lock === 'lock' ? 'FOR UPDATE' : ''}`,
    [id, personId],
  );
  return row ? read(row) : null;
}

/** Two requests that begin uploads at once count one after the other. */
export async function lockUploadsOf(queries: Queries, personId: Id): Promise<number> {
  await queries.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`uploads ${personId}`]);
  const [row] = await queries.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM upload WHERE person_id = $1`,
    [personId],
  );
  return row?.count ?? 0;
}

export async function addPart(
  queries: Queries,
  mandantId: Id,
  uploadId: Id,
  part: UploadPart,
  at: Date,
): Promise<void> {
  await queries.query(
    `INSERT INTO upload_part (mandant_id, upload_id, start, size, sha256) VALUES ($1, $2, $3, $4, $5)`,
    [mandantId, uploadId, part.start, part.size, part.sha256],
  );
  await queries.query(`UPDATE upload SET received = $2, touched_at = $3 WHERE id = $1`, [
    uploadId,
    part.start + part.size,
    at,
  ]);
}

export async function partsOfUpload(queries: Queries, uploadId: Id): Promise<UploadPart[]> {
  const rows = await queries.query<{ start: string; size: string; sha256: string }>(
    `SELECT start, size, sha256 FROM upload_part WHERE upload_id = $1 ORDER BY start`,
    [uploadId],
  );
  return rows.map(({ start, size, sha256 }) => ({ start: Number(start), size: Number(size), sha256 }));
}

/** The pieces have become one object; their bytes go with the next sweep. */
export async function saveWhole(queries: Queries, uploadId: Id, sha256: string, at: Date): Promise<void> {
  await queries.query(`UPDATE upload SET sha256 = $2, touched_at = $3 WHERE id = $1`, [uploadId, sha256, at]);
  await queries.query(`DELETE FROM upload_part WHERE upload_id = $1`, [uploadId]);
}

export async function deleteUpload(queries: Queries, id: Id): Promise<void> {
  await queries.query(`DELETE FROM upload WHERE id = $1`, [id]);
}

export async function deleteUploadsBefore(queries: Queries, mandantId: Id, before: Date): Promise<void> {
  await queries.query(`DELETE FROM upload WHERE mandant_id = $1 AND touched_at < $2`, [mandantId, before]);
}

type RawUpload = Omit<Upload, 'size' | 'received'> & { size: string; received: string };

function read(row: RawUpload): Upload {
  return { ...row, size: Number(row.size), received: Number(row.received) };
}
