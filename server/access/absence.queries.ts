import type { Role } from '../contract/permissions.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** Somebody whom a person stands in for today, with what the absent one may by unit and role. */
export interface Absence {
  readonly id: Id;
  readonly name: string;
  readonly unitId: Id;
  readonly roles: readonly Role[];
  /** Positions of the Aktenplan that the Vertretung is limited to; null: the whole. */
  readonly positions: readonly Id[] | null;
}

/** Whom this person stands in for on that day, the longest standing Vertretung first. */
export async function loadAbsences(queries: Queries, deputyId: Id, today: Day): Promise<Absence[]> {
  return queries.query<Absence>(
    `SELECT p.id, p.name, p.unit_id AS "unitId",
            ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id ORDER BY r.role) AS roles,
            CASE WHEN v.aktenplaneinheit_id IS NOT NULL THEN ARRAY(
              WITH RECURSIVE below AS (
                SELECT v.aktenplaneinheit_id AS id
                UNION ALL SELECT e.id FROM aktenplaneinheit e JOIN below b ON e.parent_id = b.id)
              SELECT id FROM below) END AS positions
       FROM vertretung v JOIN person p ON p.id = v.person_id
      WHERE v.deputy_id = $1 AND v.ended_at IS NULL AND $2 BETWEEN v.from_day AND v.until_day
      ORDER BY v.from_day, v.id`,
    [deputyId, today],
  );
}
