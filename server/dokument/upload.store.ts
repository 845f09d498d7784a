import type { Examination } from '../contract/examination.js';
import type { Id } from '../contract/views.js';
import type { StoredFile } from '../platform/http/routes.js';
import type { Queries } from '../platform/postgres/database.js';

/** Bytes that a person has sent and that are no version yet. */
export interface Upload {
  readonly id: Id;
  readonly file: StoredFile;
  readonly examination: Examination;
  readonly uploadedAt: Date;
}

export interface NewUpload extends Upload {
  readonly mandantId: Id;
  readonly personId: Id;
  readonly idempotencyKey: string | null;
}

interface UploadRow {
  id: Id;
  file_name: string;
  mime: string;
  sha256: string;
  size: string;
  examination: Examination;
  uploaded_at: Date;
}

const COLUMNS = 'id, file_name, mime, sha256, size, examination, uploaded_at';

/** Keeps an upload; a person's second one under the same key is not kept again. Returns whether it was. */
export async function insertUpload(queries: Queries, upload: NewUpload): Promise<boolean> {
  const { id, mandantId, personId, idempotencyKey, file, examination, uploadedAt } = upload;
  const rows = await queries.query(
    `INSERT INTO dokument_upload (id, mandant_id, person_id, idempotency_key, file_name, mime, sha256, size,
                                  examination, uploaded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (person_id, idempotency_key) DO NOTHING RETURNING id`,
    [
      ...[id, mandantId, personId, idempotencyKey, file.name, file.mime, file.sha256, file.size],
      ...[JSON.stringify(examination), uploadedAt],
    ],
  );
  return rows.length > 0;
}

/** An upload of this very person: what somebody else has sent is nobody's business until it lies in a Vorgang. */
export async function findUpload(queries: Queries, id: Id, personId: Id): Promise<Upload | null> {
  const [row] = await queries.query<UploadRow>(
    `SELECT ${COLUMNS} FROM dokument_upload WHERE id = $1 AND person_id = $2`,
    [id, personId],
  );
  return row ? uploadOf(row) : null;
}

/** The upload that a person has sent under a key before. */
export async function uploadOfKey(queries: Queries, personId: Id, idempotencyKey: string): Promise<Upload | null> {
  const [row] = await queries.query<UploadRow>(
    `SELECT ${COLUMNS} FROM dokument_upload WHERE person_id = $1 AND idempotency_key = $2`,
    [personId, idempotencyKey],
  );
  return row ? uploadOf(row) : null;
}

/** What a person has sent and not used, newest first; a hundred at most, older ones follow when these are used or dropped. */
export async function uploadsOf(queries: Queries, personId: Id): Promise<Upload[]> {
  const rows = await queries.query<UploadRow>(
    `SELECT ${COLUMNS} FROM dokument_upload WHERE mandant_id = current_mandant() AND person_id = $1
      ORDER BY uploaded_at DESC, id LIMIT 100`,
    [personId],
  );
  return rows.map(uploadOf);
}

/** Takes an upload away because it has become a version, or because its person drops it. Returns whether it was there. */
export async function deleteUpload(queries: Queries, id: Id, personId: Id): Promise<boolean> {
  const rows = await queries.query(`DELETE FROM dokument_upload WHERE id = $1 AND person_id = $2 RETURNING id`, [
    id,
    personId,
  ]);
  return rows.length > 0;
}

function uploadOf({ id, file_name, mime, sha256, size, examination, uploaded_at }: UploadRow): Upload {
  return { id, file: { name: file_name, mime, sha256, size: Number(size) }, examination, uploadedAt: uploaded_at };
}
