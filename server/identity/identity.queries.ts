import { ROLE_PERMISSIONS, type Permission, type Role } from '../contract/permissions.js';
import type { Day, Id, LiveChange } from '../contract/views.js';
import type { Clock } from '../platform/clock.js';
import type { Database, Queries } from '../platform/postgres/database.js';
import type { Actor } from '../platform/transaction.js';

export interface Login {
  readonly mandantId: Id;
  readonly personId: Id;
  readonly passwordHash: string;
}

/** The account behind a login name, before the Mandant is known; null for an unknown or switched-off one. */
export async function findLogin(database: Database, login: string): Promise<Login | null> {
  const [row] = await database.withoutMandant.query<{ mandant_id: Id | null; person_id: Id; password_hash: string }>(
    `SELECT mandant_id, person_id, password_hash FROM find_login($1)`,
    [login],
  );
  if (!row?.mandant_id) return null;
  return { mandantId: row.mandant_id, personId: row.person_id, passwordHash: row.password_hash };
}

export interface PersonRecord extends Extract<Actor, { kind: 'person' }> {
  readonly unit: string;
  readonly mandantName: string;
  readonly mandantKind: 'demo' | 'productive';
}

/** The person as they are now; null once they are switched off, so that a running session ends at once. */
export async function loadPerson(queries: Queries, personId: Id): Promise<PersonRecord | null> {
  const [row] = await queries.query<{
    id: Id;
    name: string;
    unit_id: Id;
    unit: string;
    roles: Role[];
    mandant: string;
    kind: 'demo' | 'productive';
  }>(
    `SELECT p.id, p.name, p.unit_id, u.code || ' ' || u.name AS unit, m.name AS mandant, m.kind,
            ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id ORDER BY r.role) AS roles
       FROM person p JOIN unit u ON u.id = p.unit_id JOIN mandant m ON m.mandant_id = p.mandant_id
      WHERE p.id = $1 AND p.active AND m.suspended_at IS NULL`,
    [personId],
  );
  if (!row) return null;
  return {
    kind: 'person',
    id: row.id,
    name: row.name,
    unitId: row.unit_id,
    unit: row.unit,
    roles: row.roles,
    mandantName: row.mandant,
    mandantKind: row.kind,
  };
}

/**
 * Keeps what the person may see, where a rule or the day has changed since the last time. Nothing depends on it but speed:
 * without it the rights are computed anew in every transaction, which takes 6 ms with 500 rules.
 */
export async function keepAccess(queries: Queries, personId: Id, today: Day): Promise<void> {
  await queries.query(`SELECT keep_access($1, $2)`, [personId, today]);
}

/** Changes that are told to everybody of the Mandant: they are about no record. */
const OF_NO_RECORD: readonly LiveChange['noun'][] = [
  'access',
  'aktenplan',
  'aussonderung',
  'process',
  'protokoll',
  'clock',
];

/** Which of these people see what has changed: those whose screens hear of it. */
export async function whoSees(
  { database, clock }: { database: Database; clock: Clock },
  mandantId: Id,
  { noun, id }: LiveChange,
  personIds: readonly Id[],
): Promise<ReadonlySet<Id>> {
  if (OF_NO_RECORD.includes(noun)) return new Set(personIds);
  // Its id is that of the person.
  if (noun === 'notification') return new Set([id]);
  if (noun === 'stapel') return whoPlanned(database, mandantId, id);
  if (noun === 'angebot') return whoMay('weitergabe.receive', database, mandantId, personIds);
  if (noun === 'ersuchen') return whoMay('ersuchen.receive', database, mandantId, personIds);
  const rows = await database.transaction(mandantId, (queries) =>
    queries.query<{ id: Id }>(`SELECT people_who_see($1, $2, $3, $4) AS id`, [noun, id, personIds, clock.today()]),
  );
  return new Set(rows.map((row) => row.id));
}

/** A batch is its person's own. */
async function whoPlanned(database: Database, mandantId: Id, stapelId: Id): Promise<ReadonlySet<Id>> {
  const rows = await database.transaction(mandantId, (queries) =>
    queries.query<{ id: Id }>(`SELECT person_id AS id FROM stapel WHERE id = $1`, [stapelId]),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Of what comes from another Mandant hears who may answer it; what it says, each reads with their own rights. */
async function whoMay(
  permission: Permission,
  database: Database,
  mandantId: Id,
  personIds: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const roles = Object.entries(ROLE_PERMISSIONS).flatMap(([role, permissions]) =>
    permissions.includes(permission) ? [role] : [],
  );
  const rows = await database.transaction(mandantId, (queries) =>
    queries.query<{ id: Id }>(
      `SELECT DISTINCT person_id AS id FROM person_role WHERE role = ANY($1) AND person_id = ANY($2)`,
      [...[roles, personIds]],
    ),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Which of these sessions are not over and belong to an account that is not switched off. */
export async function livingSessions(
  database: Database,
  mandantId: Id,
  sessionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database.transaction(mandantId, (queries) =>
    queries.query<{ sid: string }>(
      `SELECT s.sid FROM session s JOIN person p ON p.id = (s.sess ->> 'personId')::uuid
        WHERE s.sid = ANY($1) AND s.expire > now() AND p.active`,
      [sessionIds],
    ),
  );
  return new Set(rows.map(({ sid }) => sid));
}

/** Hash of the person's password, for acts that ask for it again. */
export async function passwordHashOf(queries: Queries, personId: Id): Promise<string> {
  const [row] = await queries.query<{ password_hash: string }>(`SELECT password_hash FROM person WHERE id = $1`, [
    personId,
  ]);
  return row?.password_hash ?? '';
}

export interface ColleagueRow {
  readonly id: Id;
  readonly name: string;
  readonly unit: string;
  readonly unitId: Id;
  readonly roles: readonly Role[];
}

const COLLEAGUE = `SELECT p.id, p.name, u.code || ' ' || u.name AS unit, p.unit_id AS "unitId",
    ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id ORDER BY r.role) AS roles
  FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.active AND p.kind = 'person'`;

/** Everybody of the Mandant who can sign in, by name. */
export async function listColleagues(queries: Queries): Promise<ColleagueRow[]> {
  return queries.query<ColleagueRow>(`${COLLEAGUE} ORDER BY p.name`);
}

/** Somebody of the Mandant who can sign in; null for anybody else. */
export async function findColleague(queries: Queries, id: Id): Promise<ColleagueRow | null> {
  const [row] = await queries.query<ColleagueRow>(`${COLLEAGUE} AND p.id = $1`, [id]);
  return row ?? null;
}

/** Name of the authority, as it stands above what leaves it. */
export async function mandantName(queries: Queries & { readonly mandantId: Id }): Promise<string> {
  const [row] = await queries.query<{ name: string }>(`SELECT name FROM mandant WHERE mandant_id = $1`, [
    queries.mandantId,
  ]);
  if (!row) throw new Error('A transaction without its Mandant');
  return row.name;
}
