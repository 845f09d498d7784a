import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Aufgabe } from './aufgabe.js';

const AUFGABE = `a.id, a.vorgang_id AS "vorgangId", a.dokument_id AS "dokumentId", a.art, a.titel, a.schritt,
  a.assignee_id AS "assigneeId", a.candidate_role AS "candidateRole", a.unit_id AS "unitId", a.state, a.form,
  a.job_key AS "jobKey", a.instance_key AS "instanceKey", a.version`;

/** The Aufgabe, locked until the end of the transaction, so that of two people who complete it one wins. */
export async function lockAufgabe(queries: Queries, id: Id): Promise<Aufgabe | null> {
  const [row] = await queries.query<Aufgabe>(`SELECT ${AUFGABE} FROM aufgabe a WHERE a.id = $1 FOR UPDATE`, [id]);
  return row ?? null;
}
