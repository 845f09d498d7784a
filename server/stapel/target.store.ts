import type { ActInput } from '../contract/acts.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** Row version of a record as it is now; null for an unknown or invisible one. The act itself locks and compares it. */
export async function versionOf(
  queries: Queries,
  kind: 'akte' | 'vorgang' | 'dokument',
  id: Id,
): Promise<number | null> {
  const [row] = await queries.query<{ version: number }>(`SELECT version FROM ${kind} WHERE id = $1`, [id]);
  return row?.version ?? null;
}

/** Version of what a record says about its Aufbewahrungsfrist; 0 where it says nothing yet. */
export async function fristVersionOf(queries: Queries, kind: 'akte' | 'vorgang', id: Id): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `SELECT version FROM aufbewahrungsfrist WHERE object_kind = $1 AND object_id = $2`,
    [kind, id],
  );
  return row?.version ?? 0;
}

/** What an Akte says of itself today, as its act asks for it. */
export async function akteFactsOf(
  queries: Queries,
  akteId: Id,
): Promise<Omit<ActInput<'akte.editAkte'>, 'akteId'> | Rejection> {
  const [row] = await queries.query<Omit<ActInput<'akte.editAkte'>, 'akteId'>>(
    `SELECT version, betreff, bemerkung, medium, standort, federfuehrung_id AS "federfuehrungId",
            coalesce(laufzeit_beginn, opened_on) AS "laufzeitBeginn", laufzeit_ende AS "laufzeitEnde"
       FROM akte WHERE id = $1`,
    [akteId],
  );
  return row ?? reject('platform.notFound');
}

/** What is said about a Dokument today, as its act asks for it. */
export async function dokumentFactsOf(
  queries: Queries,
  dokumentId: Id,
): Promise<Omit<ActInput<'dokument.editDokument'>, 'dokumentId'> | Rejection> {
  const [row] = await queries.query<Omit<ActInput<'dokument.editDokument'>, 'dokumentId'>>(
    `SELECT version, betreff, art, dokument_date AS date FROM dokument WHERE id = $1`,
    [dokumentId],
  );
  return row ?? reject('platform.notFound');
}

/** How an Eingang is filed today, and by which batch. */
export async function filingOf(
  queries: Queries,
  eingangId: Id,
): Promise<{ version: number; state: string; batch: Id | null } | null> {
  const [row] = await queries.query<{ version: number; state: string; batch: Id | null }>(
    `SELECT version, state, filed_in AS batch FROM eingang WHERE id = $1`,
    [eingangId],
  );
  return row ?? null;
}
