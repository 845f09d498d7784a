import type { Role } from '../contract/permissions.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** A person as a directory and the table of groups describe them. */
export interface AccountState {
  readonly personId: Id;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
}

/** Of two first sign-ins of one account at once the second waits, and then finds the person. */
export async function lockAccount(queries: Queries, issuer: string, subject: string): Promise<AccountState | null> {
  await queries.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`account ${issuer} ${subject}`]);
  const [row] = await queries.query<AccountState>(
    `SELECT p.id AS "personId", p.name, p.active, u.code AS unit,
            ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id ORDER BY r.role) AS roles
       FROM account_link l JOIN person p ON p.id = l.person_id JOIN unit u ON u.id = p.unit_id
      WHERE l.issuer = $1 AND l.subject = $2`,
    [issuer, subject],
  );
  return row ?? null;
}

export async function unitByCode(queries: Queries, code: string): Promise<Id | null> {
  const [row] = await queries.query<{ id: Id }>(`SELECT id FROM unit WHERE code = $1`, [code]);
  return row?.id ?? null;
}

/** An account without a password of ours: no password fits a hash that is none, and no person can type its login. */
export async function insertAccount(
  queries: Queries,
  mandantId: Id,
  account: { readonly personId: Id; readonly unitId: Id; readonly name: string },
): Promise<void> {
  await queries.query(
    `INSERT INTO person (id, mandant_id, unit_id, login, name, password_hash) VALUES ($1, $2, $3, $4, $5, '')`,
    [account.personId, mandantId, account.unitId, `directory ${account.personId}`, account.name],
  );
}

/** Makes the person what the directory says. */
export async function savePlace(
  queries: Queries,
  mandantId: Id,
  place: { readonly personId: Id; readonly unitId: Id; readonly name: string; readonly roles: readonly Role[] },
): Promise<void> {
  const { personId, unitId, name, roles } = place;
  await queries.query(`UPDATE person SET unit_id = $2, name = $3 WHERE id = $1`, [personId, unitId, name]);
  await queries.query(`DELETE FROM person_role WHERE person_id = $1 AND role <> ALL ($2)`, [personId, roles]);
  await queries.query(
    `INSERT INTO person_role (mandant_id, person_id, role) SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
    [mandantId, personId, roles],
  );
}

export interface AccountLink {
  readonly id: Id;
  readonly issuer: string;
  readonly subject: string;
  readonly since: Date;
}

export async function insertLink(
  queries: Queries,
  mandantId: Id,
  personId: Id,
  { id, issuer, subject, since }: AccountLink,
): Promise<void> {
  await queries.query(
    `INSERT INTO account_link (id, mandant_id, person_id, issuer, subject, since) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, mandantId, personId, issuer, subject, since],
  );
}

/** Accounts in directories that are connected to the person. */
export async function linksOf(queries: Queries, personId: Id): Promise<AccountLink[]> {
  return queries.query<AccountLink>(
    `SELECT id, issuer, subject, since FROM account_link WHERE person_id = $1 ORDER BY since`,
    [personId],
  );
}

export async function deleteLink(queries: Queries, id: Id): Promise<void> {
  await queries.query(`DELETE FROM account_link WHERE id = $1`, [id]);
}

/** The Behördenschlüssel of the Mandant, by which the configuration names it. */
export async function behoerdenschluesselOf(queries: Queries, mandantId: Id): Promise<string | null> {
  const [row] = await queries.query<{ key: string }>(
    `SELECT behoerdenschluessel AS key FROM mandant WHERE mandant_id = $1`,
    [mandantId],
  );
  return row?.key ?? null;
}
