import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Aufgabe } from './aufgabe.js';

export interface NewAufgabe extends Omit<Aufgabe, 'state' | 'version'> {
  readonly mandantId: Id;
  readonly frage: { de: string; en: string };
  readonly frist: Day | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly elementId: string | null;
  readonly betragCent: number | null;
  readonly createdAt: Date;
}

/**
 * Inserts an open Aufgabe. A job that comes again (redelivery, repeated command) makes no second one.
 * @returns null where it was inserted, else the id of the Aufgabe that the job has already
 */
export async function insertAufgabe(queries: Queries, aufgabe: NewAufgabe): Promise<Id | null> {
  const inserted = await queries.query<{ id: Id }>(
    `INSERT INTO aufgabe (id, mandant_id, vorgang_id, dokument_id, art, titel, schritt, frage, assignee_id,
                          candidate_role, unit_id, state, frist, form, data, job_key, instance_key, element_id,
                          betrag_cent, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'offen', $12, $13, $14, $15, $16, $17, $18, $19)
     ON CONFLICT (mandant_id, job_key) DO NOTHING RETURNING id`,
    [
      aufgabe.id,
      aufgabe.mandantId,
      aufgabe.vorgangId,
      aufgabe.dokumentId,
      aufgabe.art,
      JSON.stringify(aufgabe.titel),
      JSON.stringify(aufgabe.schritt),
      JSON.stringify(aufgabe.frage),
      aufgabe.assigneeId,
      aufgabe.candidateRole,
      aufgabe.unitId,
      aufgabe.frist,
      aufgabe.form && JSON.stringify(aufgabe.form),
      JSON.stringify(aufgabe.data),
      aufgabe.jobKey,
      aufgabe.instanceKey,
      aufgabe.elementId,
      aufgabe.betragCent,
      aufgabe.createdAt,
    ],
  );
  if (inserted.length > 0) return null;
  const [present] = await queries.query<{ id: Id }>(`SELECT id FROM aufgabe WHERE job_key = $1`, [aufgabe.jobKey]);
  return present?.id ?? null;
}

export async function saveAssignee(
  queries: Queries,
  aufgabe: Aufgabe,
  assigneeId: Id | null,
  handover: { from: string; note: string; at: string } | null,
): Promise<number> {
  const [row] = await queries.query<{ version: number }>(
    `UPDATE aufgabe SET assignee_id = $2, handover = $3, version = version + 1 WHERE id = $1 RETURNING version`,
    [aufgabe.id, assigneeId, handover && JSON.stringify(handover)],
  );
  return row?.version ?? aufgabe.version;
}

/** Whether a person may see an Aufgabe at all once it is theirs: cleared for the Vertraulichkeit of its Vorgang. */
export async function isClearedFor(queries: Queries, aufgabeId: Id, personId: Id, today: Day): Promise<boolean> {
  const [row] = await queries.query<{ cleared: boolean }>(
    `SELECT substring(levels_of($2, $3), access_class, 1) >= '4' AS cleared FROM aufgabe WHERE id = $1`,
    [aufgabeId, personId, today],
  );
  return row?.cleared ?? false;
}

export async function saveCompleted(
  queries: Queries,
  aufgabeId: Id,
  done: { personId: Id; fuerId: Id | null; at: Date; data: Readonly<Record<string, unknown>> },
): Promise<void> {
  await queries.query(
    `UPDATE aufgabe SET state = 'erledigt', completed_by = $2, completed_at = $3, data = data || $4,
            completed_for = $5, version = version + 1 WHERE id = $1`,
    [aufgabeId, done.personId, done.at, JSON.stringify(done.data), done.fuerId],
  );
}

/** The one of this task of a process, or itself. */
export type WhichAufgabe = { readonly jobKey: string } | { readonly aufgabeId: Id };

/** Closes an open Aufgabe that nobody needs any more. Returns it, or null where there is none. */
export async function saveWithdrawn(
  queries: Queries,
  which: WhichAufgabe,
): Promise<{ id: Id; vorgangId: Id; assigneeId: Id | null } | null> {
  const [column, value] = 'jobKey' in which ? ['job_key', which.jobKey] : ['id', which.aufgabeId];
  const [row] = await queries.query<{ id: Id; vorgangId: Id; assigneeId: Id | null }>(
    `UPDATE aufgabe SET state = 'entfallen', version = version + 1
      WHERE ${column} = $1 AND state = 'offen'
     RETURNING id, vorgang_id AS "vorgangId", assignee_id AS "assigneeId"`,
    [value],
  );
  return row ?? null;
}

/** Marks the open Aufgaben of an instance, whatever their step: what a reminder is about. */
export async function saveReminded(
  queries: Queries,
  instanceKey: string,
  at: Date,
): Promise<{ id: Id; vorgangId: Id; titel: { de: string; en: string } }[]> {
  return queries.query(
    `UPDATE aufgabe SET reminded_at = $2 WHERE instance_key = $1 AND state = 'offen'
     RETURNING id, vorgang_id AS "vorgangId", titel`,
    [instanceKey, at],
  );
}

export async function openZdaAufgaben(queries: Queries, vorgangId: Id): Promise<Id[]> {
  const rows = await queries.query<{ id: Id }>(
    `SELECT id FROM aufgabe WHERE vorgang_id = $1 AND art = 'zda' AND state = 'offen' FOR UPDATE`,
    [vorgangId],
  );
  return rows.map(({ id }) => id);
}
