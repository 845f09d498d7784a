import type { Queries } from '../platform/postgres/database.js';
import type { ColleagueRow } from './identity.queries.js';

/** Those who can sign in and whose name, or a word of it, begins with what was typed; by name, at most `most`. */
export async function searchColleagues(queries: Queries, typed: string, most: number): Promise<ColleagueRow[]> {
  const wanted = typed.normalize('NFC').trim().toLowerCase().slice(0, 100);
  return queries.query<ColleagueRow>(
    `SELECT p.id, p.name, u.code || ' ' || u.name AS unit, p.unit_id AS "unitId",
            ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id ORDER BY r.role) AS roles
       FROM person p JOIN unit u ON u.id = p.unit_id
      WHERE p.active AND p.kind = 'person'
        AND (starts_with(lower(p.name), $1) OR position(' ' || $1 IN lower(p.name)) > 0)
      ORDER BY p.name, p.id LIMIT $2`,
    [wanted, most],
  );
}
