import type { Mark } from '../contract/schwaerzung-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { SchwaerzungState } from './schwaerzung.js';

export interface Schwaerzung {
  readonly id: Id;
  readonly dokumentId: Id;
  readonly nummer: number;
  readonly state: SchwaerzungState;
  readonly version: number;
  readonly marks: readonly Mark[];
}

const ROW = `id, dokument_id AS "dokumentId", nummer, state, version, marks`;

/** Without a lock, for work that is done before the transaction of its act. */
export async function findSchwaerzung(queries: Queries, id: Id): Promise<Schwaerzung | null> {
  const [row] = await queries.query<Schwaerzung>(`SELECT ${ROW} FROM schwaerzung WHERE id = $1`, [id]);
  return row ?? null;
}

/** Locked until the end of the transaction; null for an unknown one. */
export async function lockSchwaerzung(queries: Queries, id: Id): Promise<Schwaerzung | null> {
  const [row] = await queries.query<Schwaerzung>(`SELECT ${ROW} FROM schwaerzung WHERE id = $1 FOR UPDATE`, [id]);
  return row ?? null;
}

/** The unfinished one of a Dokument, locked. */
export async function lockDraftOf(queries: Queries, dokumentId: Id): Promise<Schwaerzung | null> {
  const [row] = await queries.query<Schwaerzung>(
    `SELECT ${ROW} FROM schwaerzung WHERE dokument_id = $1 AND state = 'entwurf' FOR UPDATE`,
    [dokumentId],
  );
  return row ?? null;
}

export interface DraftMarks {
  readonly id: Id;
  readonly mandantId: Id;
  readonly dokumentId: Id;
  readonly nummer: number;
  readonly marks: readonly Mark[];
  readonly at: Date;
  readonly by: string;
}

/** false: somebody else has begun one in the same moment. */
export async function insertDraft(queries: Queries, draft: DraftMarks): Promise<boolean> {
  const rows = await queries.query(
    `INSERT INTO schwaerzung (id, mandant_id, dokument_id, nummer, state, marks, changed_at, changed_by)
     VALUES ($1, $2, $3, $4, 'entwurf', $5, $6, $7)
     ON CONFLICT (dokument_id) WHERE state = 'entwurf' DO NOTHING RETURNING id`,
    [draft.id, draft.mandantId, draft.dokumentId, draft.nummer, JSON.stringify(draft.marks), draft.at, draft.by],
  );
  return rows.length > 0;
}

/** Returns the new row version. */
export async function saveMarks(
  queries: Queries,
  draft: Omit<DraftMarks, 'mandantId' | 'dokumentId'>,
): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `UPDATE schwaerzung SET nummer = $2, marks = $3, changed_at = $4, changed_by = $5, version = version + 1
      WHERE id = $1 RETURNING version`,
    [draft.id, draft.nummer, JSON.stringify(draft.marks), draft.at, draft.by],
  );
  if (!row) throw new Error('A locked Schwaerzung is not there');
  return row.version;
}

export interface Ending {
  readonly state: 'erstellt' | 'verworfen';
  readonly resultId: Id | null;
  readonly at: Date;
  readonly by: string;
}

/** The draft has become a Dokument, or was dropped. */
export async function endDraft(queries: Queries, id: Id, { state, resultId, at, by }: Ending): Promise<void> {
  await queries.query(
    `UPDATE schwaerzung SET state = $2, result_id = $3, changed_at = $4, changed_by = $5, version = version + 1
      WHERE id = $1`,
    [id, state, resultId, at, by],
  );
}
