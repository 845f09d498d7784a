import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

export interface LapsedAufgabe {
  readonly id: Id;
  readonly jobKey: string | null;
  readonly titel: { de: string; en: string };
  readonly assigneeId: Id | null;
}

/** Open Aufgaben lose the task that they came from and stay what they are: same id, draft, Frist and person. */
export async function saveDetached(queries: Queries, aufgabeIds: readonly Id[]): Promise<void> {
  await queries.query(
    `UPDATE aufgabe SET job_key = NULL, instance_key = NULL, element_id = NULL WHERE id = ANY($1) AND state = 'offen'`,
    [aufgabeIds],
  );
}

/** An open Aufgabe becomes that of another task. Says whether there was such an Aufgabe. */
export async function saveAdopted(
  queries: Queries,
  aufgabeId: Id,
  job: { readonly key: string; readonly instanceKey: string; readonly elementId: string },
): Promise<'adopted' | 'notOpen'> {
  const rows = await queries.query(
    `UPDATE aufgabe SET job_key = $2, instance_key = $3, element_id = $4 WHERE id = $1 AND state = 'offen' RETURNING id`,
    [aufgabeId, job.key, job.instanceKey, job.elementId],
  );
  return rows.length > 0 ? 'adopted' : 'notOpen';
}

/** Open Aufgaben that nobody has to do any more. Returns those that were open. */
export async function saveLapsed(queries: Queries, aufgabeIds: readonly Id[]): Promise<LapsedAufgabe[]> {
  return queries.query<LapsedAufgabe>(
    `UPDATE aufgabe SET state = 'entfallen', version = version + 1 WHERE id = ANY($1) AND state = 'offen'
     RETURNING id, job_key AS "jobKey", titel, assignee_id AS "assigneeId"`,
    [aufgabeIds],
  );
}

/** Locks Aufgaben in one order, before whatever they belong to: whoever completes one of them holds its lock first. */
export async function lockAufgaben(queries: Queries, aufgabeIds: readonly Id[]): Promise<void> {
  await queries.query(`SELECT 1 FROM aufgabe WHERE id = ANY($1) ORDER BY id FOR UPDATE`, [aufgabeIds]);
}
