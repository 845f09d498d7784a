import type { RecordAccess, Vertraulichkeitsstufe } from '../contract/access-views.js';
import type { Sentence } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { RecordPlace } from './access.js';
import type { Occasion } from './explain.js';

export interface AskedRecord extends RecordPlace {
  readonly aktenzeichen: string;
  readonly akteId: Id;
  readonly akteVersion: number;
  /** null: the Akte itself is asked about. */
  readonly vorgangId: Id | null;
}

const RECORD = `
  WITH RECURSIVE found AS (
    SELECT a.aktenzeichen, a.id AS akte_id, a.version, a.aktenplaneinheit_id, a.protected, a.vertraulichkeitsstufe AS stufe,
           NULL::uuid AS vorgang_id FROM akte a WHERE $1 IN (a.id::text, a.aktenzeichen)
    UNION ALL
    SELECT v.aktenzeichen, a.id, a.version, a.aktenplaneinheit_id, a.protected,
           CASE WHEN stufe_rank(v.vertraulichkeitsstufe) > stufe_rank(a.vertraulichkeitsstufe)
                THEN v.vertraulichkeitsstufe ELSE a.vertraulichkeitsstufe END, v.id
      FROM vorgang v JOIN akte a ON a.id = v.akte_id WHERE $1 IN (v.id::text, v.aktenzeichen)),
  path AS (
    SELECT e.id, e.parent_id, 0 AS height FROM aktenplaneinheit e JOIN found f ON f.aktenplaneinheit_id = e.id
    UNION ALL
    SELECT e.id, e.parent_id, p.height + 1 FROM aktenplaneinheit e JOIN path p ON p.parent_id = e.id)
  SELECT f.aktenzeichen, f.akte_id AS "akteId", f.version AS "akteVersion", f.vorgang_id AS "vorgangId", f.stufe,
         CASE WHEN f.protected THEN f.akte_id END AS "protectedAkteId",
         ARRAY(SELECT id FROM path ORDER BY height DESC) AS path
    FROM found f`;

/** An Akte or a Vorgang by its id or its Aktenzeichen; null for what is unknown or invisible. */
export async function findRecord(queries: Queries, wanted: string): Promise<AskedRecord | null> {
  const [row] = await queries.query<AskedRecord & { stufe: Vertraulichkeitsstufe }>(RECORD, [wanted]);
  return row ?? null;
}

/** What lets people see the Vorgang for the time being, by person. */
export async function occasionsOf(queries: Queries, vorgangId: Id, today: Day): Promise<Map<Id, Occasion>> {
  const aufgaben = await queries.query<{ personId: Id; titel: Sentence }>(
    `SELECT DISTINCT ON (p.id, a.id) p.id AS "personId", a.titel
       FROM aufgabe a JOIN person p ON p.active
        AND (p.id = a.assignee_id
             OR EXISTS (SELECT FROM vertretung v WHERE v.deputy_id = p.id AND v.person_id = a.assignee_id
                         AND v.ended_at IS NULL AND v.aktenplaneinheit_id IS NULL AND $2 BETWEEN v.from_day AND v.until_day)
             OR (a.assignee_id IS NULL AND EXISTS (
                   SELECT FROM person h JOIN person_role r ON r.person_id = h.id
                    WHERE r.role = a.candidate_role AND (a.unit_id IS NULL OR a.unit_id = h.unit_id)
                      AND (h.id = p.id OR EXISTS (SELECT FROM vertretung v WHERE v.deputy_id = p.id AND v.person_id = h.id
                             AND v.ended_at IS NULL AND v.aktenplaneinheit_id IS NULL
                             AND $2 BETWEEN v.from_day AND v.until_day)))))
      WHERE a.vorgang_id = $1 AND a.state = 'offen' ORDER BY p.id, a.id`,
    [vorgangId, today],
  );
  const rights = await queries.query<Occasion['temporary'][number] & { personId: Id }>(
    `SELECT person_id AS "personId", until_day AS until, reason, granted_by AS by FROM temporary_right
      WHERE vorgang_id = $1 AND ended_at IS NULL AND until_day >= $2 ORDER BY until_day`,
    [vorgangId, today],
  );
  const people = new Set([...aufgaben, ...rights].map(({ personId }) => personId));
  return new Map(
    [...people].map((id) => [
      id,
      {
        aufgaben: aufgaben.filter(({ personId }) => personId === id).map(({ titel }) => titel),
        temporary: rights.filter(({ personId }) => personId === id),
      },
    ]),
  );
}

/** The person's right on every access class, as row-level security reads it. */
export async function levelsOf(queries: Queries, personId: Id, today: Day): Promise<string> {
  const [row] = await queries.query<{ levels: string }>(`SELECT levels_of($1, $2) AS levels`, [personId, today]);
  return row?.levels ?? '';
}

/** Rights to read the Vorgang that somebody has given by hand and that have not ended. */
export async function temporaryRightsOf(
  queries: Queries,
  vorgangId: Id,
  today: Day,
): Promise<RecordAccess['temporary'][number][]> {
  return queries.query(
    `SELECT t.id, p.name AS person, t.until_day AS until, t.reason FROM temporary_right t JOIN person p ON p.id = t.person_id
      WHERE t.vorgang_id = $1 AND t.ended_at IS NULL AND t.until_day >= $2 ORDER BY t.until_day, p.name`,
    [vorgangId, today],
  );
}
