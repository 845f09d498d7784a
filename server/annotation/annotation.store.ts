import type { AnnotationKind } from '../contract/annotation-views.js';
import type { MarkBox } from '../contract/schwaerzung-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Annotation } from './annotation.js';

export interface AnnotationToInsert {
  readonly id: Id;
  readonly mandantId: Id;
  readonly dokumentId: Id;
  readonly nummer: number;
  readonly kind: AnnotationKind;
  readonly page: number;
  readonly boxes: readonly MarkBox[];
  readonly text: string;
  readonly authorId: Id;
  readonly at: Date;
}

/** Keeps one on the version of this number, which exists. */
export async function insertAnnotation(queries: Queries, one: AnnotationToInsert): Promise<void> {
  await queries.query(
    `INSERT INTO annotation (id, mandant_id, dokument_id, dokument_version_id, kind, page, boxes, text, author_id, created_at)
     SELECT $1, $2, s.dokument_id, s.id, $5, $6, $7, $8, $9, $10 FROM dokument_version s
      WHERE s.dokument_id = $3 AND s.nummer = $4`,
    [
      ...[one.id, one.mandantId, one.dokumentId, one.nummer, one.kind, one.page],
      ...[JSON.stringify(one.boxes), one.text, one.authorId, one.at],
    ],
  );
}

/** How many of the Dokument are in sight. */
export async function countAnnotations(queries: Queries, dokumentId: Id): Promise<number> {
  const [row] = await queries.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM annotation WHERE dokument_id = $1 AND removed_at IS NULL`,
    [dokumentId],
  );
  return row?.count ?? 0;
}

/** The Dokument that it belongs to; null for an unknown one. */
export async function dokumentOfAnnotation(queries: Queries, id: Id): Promise<Id | null> {
  const [row] = await queries.query<{ id: Id }>(`SELECT dokument_id AS id FROM annotation WHERE id = $1`, [id]);
  return row?.id ?? null;
}

/** Locked until the end of the transaction; null for an unknown one. */
export async function lockAnnotation(queries: Queries, id: Id): Promise<Annotation | null> {
  const [row] = await queries.query<Annotation>(
    `SELECT a.id, a.dokument_id AS "dokumentId", a.kind, a.page, a.text, a.author_id AS "authorId", p.name AS author,
            a.removed_at IS NOT NULL AS removed, a.version
       FROM annotation a JOIN person p ON p.id = a.author_id WHERE a.id = $1 FOR UPDATE OF a`,
    [id],
  );
  return row ?? null;
}

/** @returns the next version */
export async function saveText(queries: Queries, id: Id, text: string, at: Date): Promise<number> {
  return versionOf(
    await queries.query(
      `UPDATE annotation SET text = $2, changed_at = $3, version = version + 1 WHERE id = $1 RETURNING version`,
      [id, text, at],
    ),
  );
}

/**
 * Takes it out of sight, or brings it back.
 * @param removal null: it comes back
 * @returns the next version
 */
export async function saveRemoval(
  queries: Queries,
  id: Id,
  removal: { readonly at: Date; readonly by: Id } | null,
): Promise<number> {
  return versionOf(
    await queries.query(
      `UPDATE annotation SET removed_at = $2, removed_by_id = $3, version = version + 1 WHERE id = $1 RETURNING version`,
      [id, removal?.at ?? null, removal?.by ?? null],
    ),
  );
}

function versionOf(rows: readonly { version: number }[]): number {
  const [row] = rows;
  if (!row) throw new Error('A locked annotation is not there');
  return row.version;
}
