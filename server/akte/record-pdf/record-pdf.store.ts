import type { AnyRecord } from '../../contract/akte-views.js';
import type { ClosingReason } from '../../contract/closing-views.js';
import type { Id } from '../../contract/views.js';
import type { StoredFile } from '../../platform/http/routes.js';
import type { Clock } from '../../platform/clock.js';
import type { Queries } from '../../platform/postgres/database.js';

export interface RecordPdf extends AnyRecord {
  readonly pdfId: Id;
  readonly personId: Id;
  readonly state: 'waiting' | 'running' | 'ready' | 'failed' | 'aborted';
  readonly done: number;
  readonly total: number;
  readonly reason: ClosingReason | null;
  readonly pages: number | null;
  readonly orderedAt: Date;
  readonly file: StoredFile | null;
}

const COLUMNS = `id AS "pdfId", person_id AS "personId", object_kind AS kind, object_id AS id, state, done, total, reason, pages,
  ordered_at AS "orderedAt", CASE WHEN sha256 IS NOT NULL THEN json_build_object('name', file_name, 'mime', 'application/pdf',
  'sha256', sha256, 'size', size) END AS file`;

export async function insertRecordPdf(
  queries: Queries & { readonly mandantId: Id },
  wish: { pdfId: Id; personId: Id; record: AnyRecord; at: Date },
): Promise<void> {
  await queries.query(
    `INSERT INTO record_pdf (id, mandant_id, person_id, object_kind, object_id, state, ordered_at)
     VALUES ($1, $2, $3, $4, $5, 'waiting', $6)`,
    [wish.pdfId, queries.mandantId, wish.personId, wish.record.kind, wish.record.id, wish.at],
  );
}

export async function findRecordPdf(queries: Queries, pdfId: Id): Promise<RecordPdf | null> {
  const [row] = await queries.query<RecordPdf>(`SELECT ${COLUMNS} FROM record_pdf WHERE id = $1`, [pdfId]);
  return row ?? null;
}

export async function newestRecordPdf(queries: Queries, personId: Id, objectId: Id): Promise<RecordPdf | null> {
  const [row] = await queries.query<RecordPdf>(
    `SELECT ${COLUMNS} FROM record_pdf WHERE mandant_id = current_mandant() AND person_id = $1 AND object_id = $2
      ORDER BY nummer DESC LIMIT 1`,
    [personId, objectId],
  );
  return row ?? null;
}

/** @returns false where it was aborted meanwhile, or is over for another reason */
export async function saveProgress(queries: Queries, pdfId: Id, done: number, total: number): Promise<boolean> {
  const rows = await queries.query(
    `UPDATE record_pdf SET state = 'running', done = $2, total = $3
      WHERE id = $1 AND state IN ('waiting', 'running') RETURNING id`,
    [pdfId, done, total],
  );
  return rows.length > 0;
}

export async function saveComposed(queries: Queries, pdfId: Id, file: StoredFile, pages: number): Promise<void> {
  await queries.query(
    `UPDATE record_pdf SET state = 'ready', file_name = $2, sha256 = $3, size = $4, pages = $5
      WHERE id = $1 AND state = 'running'`,
    [pdfId, file.name, file.sha256, file.size, pages],
  );
}

export async function saveNotComposed(queries: Queries, pdfId: Id, reason: ClosingReason): Promise<void> {
  await queries.query(
    `UPDATE record_pdf SET state = 'failed', reason = $2 WHERE id = $1 AND state IN ('waiting', 'running')`,
    [pdfId, JSON.stringify(reason)],
  );
}

/** @returns false where it was over already */
export async function saveAborted(queries: Queries, pdfId: Id): Promise<boolean> {
  const rows = await queries.query(
    `UPDATE record_pdf SET state = 'aborted' WHERE id = $1 AND state IN ('waiting', 'running') RETURNING id`,
    [pdfId],
  );
  return rows.length > 0;
}

const KEPT_MILLISECONDS = 7 * 86_400_000;

/** What was asked for longer ago than a week: a copy for use, no record. */
export async function sweepRecordPdfs(queries: Queries & { readonly clock: Clock }): Promise<void> {
  const before = new Date(queries.clock.now().getTime() - KEPT_MILLISECONDS);
  await queries.query(`DELETE FROM record_pdf WHERE mandant_id = current_mandant() AND ordered_at < $1`, [before]);
}
