import type { Vertraulichkeitsstufe } from '../contract/access-views.js';
import type { Role } from '../contract/permissions.js';
import type { Day, Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Holder, RuleBook, Vertretung } from './access.js';
import { loadRules } from './access.store.js';

const HOLDER = `SELECT p.id, p.name, u.code || ' ' || u.name AS unit, p.unit_id AS "unitId", u.code AS "unitCode",
    p.clearance, ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id ORDER BY r.role) AS roles
  FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.active`;

/** A person with the names that a reader needs. */
export interface NamedHolder extends Holder {
  readonly name: string;
  readonly unit: string;
  readonly clearance: Vertraulichkeitsstufe;
  readonly roles: readonly Role[];
}

/** One person who can sign in; null for anybody else. */
export async function loadHolder(queries: Queries, personId: Id): Promise<NamedHolder | null> {
  const [row] = await queries.query<NamedHolder>(`${HOLDER} AND p.id = $1`, [personId]);
  return row ?? null;
}

/** Everybody who can sign in, by name. */
export async function loadHolders(queries: Queries): Promise<NamedHolder[]> {
  return queries.query<NamedHolder>(`${HOLDER} ORDER BY p.name, p.id`);
}

/** All rules with everybody they may speak of, as they are on that day. */
export async function loadRuleBook(queries: Queries, today: Day, people: readonly NamedHolder[]): Promise<RuleBook> {
  const units = await queries.query<{ id: Id; code: string }>(`SELECT id, code FROM unit`);
  const vertretungen = await queries.query<Vertretung>(
    `SELECT person_id AS "personId", deputy_id AS "deputyId", aktenplaneinheit_id AS part, until_day AS until
       FROM vertretung WHERE ended_at IS NULL AND $1 BETWEEN from_day AND until_day ORDER BY id`,
    [today],
  );
  return {
    rules: await loadRules(queries),
    unitCodes: new Map(units.map(({ id, code }) => [id, code])),
    holders: new Map(people.map((person) => [person.id, person])),
    vertretungen,
  };
}
