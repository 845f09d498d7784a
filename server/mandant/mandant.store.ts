import type { Letterhead } from '../contract/mandant-views.js';
import type { Role } from '../contract/permissions.js';
import type { Id } from '../contract/views.js';
import type { Database, Queries } from '../platform/postgres/database.js';
import type { Invitation, Suspendable } from './mandant.js';

export interface MandantToInsert {
  readonly id: Id;
  readonly name: string;
  readonly code: string;
  readonly behoerdenschluessel: string;
  readonly letterhead: Letterhead;
  readonly createdAt: Date;
}

/** Makes the row of a Mandant. Returns whether the code was free, which nobody can see who looks with the eyes of a Mandant. */
export async function insertMandant(queries: Queries, mandant: MandantToInsert): Promise<boolean> {
  const rows = await queries.query(
    `INSERT INTO mandant (mandant_id, name, kind, code, behoerdenschluessel, letterhead, created_at)
     VALUES ($1, $2, 'productive', $3, $4, $5, $6) ON CONFLICT (code) DO NOTHING RETURNING mandant_id`,
    [
      ...[mandant.id, mandant.name, mandant.code, mandant.behoerdenschluessel],
      ...[JSON.stringify(mandant.letterhead), mandant.createdAt],
    ],
  );
  return rows.length > 0;
}

export interface FirstPerson {
  readonly mandantId: Id;
  readonly id: Id;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unit: { readonly id: Id; readonly code: string; readonly name: string };
}

/** Makes the first unit and the first person, whom no password lets in yet. Returns whether the login name was free. */
export async function insertFirstPerson(queries: Queries, person: FirstPerson): Promise<boolean> {
  const { mandantId, unit } = person;
  await queries.query(`INSERT INTO unit (id, mandant_id, code, name) VALUES ($1, $2, $3, $4)`, [
    ...[unit.id, mandantId, unit.code, unit.name],
  ]);
  const rows = await queries.query(
    `INSERT INTO person (id, mandant_id, unit_id, login, name, password_hash)
     VALUES ($1, $2, $3, $4, $5, '') ON CONFLICT (login) DO NOTHING RETURNING id`,
    [person.id, mandantId, unit.id, person.login, person.name],
  );
  if (rows.length === 0) return false;
  await queries.query(`INSERT INTO person_role (mandant_id, person_id, role) SELECT $1, $2, unnest($3::text[])`, [
    ...[mandantId, person.id, person.roles],
  ]);
  return true;
}

/** The Registratur answers for all records; whom else it lets work there, it says itself. */
export async function insertFirstRule(queries: Queries, mandantId: Id, id: Id, at: Date): Promise<void> {
  await queries.query(
    `INSERT INTO access_rule (id, mandant_id, subject, role, level, granted_by, granted_at)
     VALUES ($1, $2, 'role', 'registratur', 3, 'Laufmappe', $3)`,
    [id, mandantId, at],
  );
}

export interface NewInvitation {
  readonly id: Id;
  readonly mandantId: Id;
  readonly personId: Id;
  readonly tokenHash: Buffer;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertInvitation(queries: Queries, invitation: NewInvitation): Promise<void> {
  await queries.query(
    `INSERT INTO invitation (id, mandant_id, person_id, token_hash, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ...[invitation.id, invitation.mandantId, invitation.personId, invitation.tokenHash],
      ...[invitation.createdAt, invitation.expiresAt],
    ],
  );
}

/** Where an invitation belongs, before the Mandant is known. */
export async function findInvitation(
  database: Pick<Database, 'withoutMandant'>,
  hash: Buffer,
): Promise<{ mandantId: Id; invitationId: Id } | null> {
  const [row] = await database.withoutMandant.query<{ mandant_id: Id | null; invitation_id: Id }>(
    `SELECT mandant_id, invitation_id FROM find_invitation($1)`,
    [hash],
  );
  return row?.mandant_id ? { mandantId: row.mandant_id, invitationId: row.invitation_id } : null;
}

export interface LockedInvitation extends Invitation {
  readonly id: Id;
  readonly personId: Id;
}

export async function lockInvitation(queries: Queries, id: Id): Promise<LockedInvitation | null> {
  const [row] = await queries.query<LockedInvitation>(
    `SELECT id, person_id AS "personId", expires_at AS "expiresAt", used_at AS "usedAt"
       FROM invitation WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

/** The invited person sets their password, and the link is used up. */
export async function useInvitation(
  queries: Queries,
  { id, personId }: LockedInvitation,
  passwordHash: string,
  at: Date,
): Promise<void> {
  await queries.query(`UPDATE invitation SET used_at = $2 WHERE id = $1`, [id, at]);
  await queries.query(`UPDATE person SET password_hash = $2 WHERE id = $1`, [personId, passwordHash]);
}

/** The own Mandant, locked until the end of the transaction. */
export async function lockMandant(queries: Queries, mandantId: Id): Promise<Suspendable | null> {
  const [row] = await queries.query<Suspendable>(
    `SELECT suspended_at AS "suspendedAt" FROM mandant WHERE mandant_id = $1 FOR UPDATE`,
    [mandantId],
  );
  return row ?? null;
}

/** Suspends, and ends every session at once: with them go the tokens of editors. */
export async function saveSuspended(queries: Queries, mandantId: Id, at: Date, reason: string): Promise<void> {
  await queries.query(`UPDATE mandant SET suspended_at = $2, suspension_reason = $3 WHERE mandant_id = $1`, [
    ...[mandantId, at, reason],
  ]);
  await queries.query(`DELETE FROM session WHERE mandant_id = $1`, [mandantId]);
}

export async function saveResumed(queries: Queries, mandantId: Id): Promise<void> {
  await queries.query(`UPDATE mandant SET suspended_at = NULL, suspension_reason = NULL WHERE mandant_id = $1`, [
    mandantId,
  ]);
}

export interface MandantName {
  readonly id: Id;
  readonly code: string | null;
  readonly name: string;
  readonly suspendedAt: Date | null;
}

/** What the Mandant of this transaction is called. */
export async function loadMandantName(queries: Queries, mandantId: Id): Promise<MandantName | null> {
  const [row] = await queries.query<MandantName>(
    `SELECT mandant_id AS id, code, name, suspended_at AS "suspendedAt" FROM mandant WHERE mandant_id = $1`,
    [mandantId],
  );
  return row ?? null;
}
