import type { Permission, Role } from '../contract/permissions.js';
import type { TokenView } from '../contract/token-views.js';
import type { Day, Id } from '../contract/views.js';
import type { Database, Queries } from '../platform/postgres/database.js';

/** A token as a request meets it. */
export interface StoredToken {
  readonly id: Id;
  readonly personId: Id;
  readonly scopes: readonly Permission[];
  readonly expiresOn: Day;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** Where the token with this hash belongs, before the Mandant is known; null for an unknown one. */
export async function findToken(database: Database, hash: Buffer): Promise<{ mandantId: Id; tokenId: Id } | null> {
  const [row] = await database.withoutMandant.query<{ mandant_id: Id | null; token_id: Id }>(
    `SELECT mandant_id, token_id FROM find_api_token($1)`,
    [hash],
  );
  return row?.mandant_id ? { mandantId: row.mandant_id, tokenId: row.token_id } : null;
}

const COLUMNS = `id, person_id AS "personId", scopes, expires_on AS "expiresOn", revoked_at AS "revokedAt",
  last_used_at AS "lastUsedAt"`;

export async function loadToken(queries: Queries, tokenId: Id): Promise<StoredToken | null> {
  const [row] = await queries.query<StoredToken>(`SELECT ${COLUMNS} FROM api_token WHERE id = $1`, [tokenId]);
  return row ?? null;
}

/** The same, locked until the end of the transaction. */
export async function lockToken(queries: Queries, tokenId: Id): Promise<StoredToken | null> {
  const [row] = await queries.query<StoredToken>(`SELECT ${COLUMNS} FROM api_token WHERE id = $1 FOR UPDATE`, [
    tokenId,
  ]);
  return row ?? null;
}

export async function markUsed(queries: Queries, tokenId: Id, at: Date): Promise<void> {
  await queries.query(`UPDATE api_token SET last_used_at = $2 WHERE id = $1`, [tokenId, at]);
}

/** Ends a token and the account behind it. */
export async function saveRevoked(queries: Queries, { id, personId }: StoredToken, at: Date): Promise<void> {
  await queries.query(`UPDATE api_token SET revoked_at = $2 WHERE id = $1`, [id, at]);
  await queries.query(`UPDATE person SET active = false WHERE id = $1`, [personId]);
}

export interface NewToken {
  readonly id: Id;
  readonly personId: Id;
  readonly name: string;
  readonly unitId: Id;
  readonly roles: readonly Role[];
  readonly hash: Buffer;
  readonly scopes: readonly Permission[];
  readonly expiresOn: Day;
  readonly createdAt: Date;
  readonly createdBy: Id;
}

/** Makes the account of a system and its token. */
export async function insertToken(queries: Queries, mandantId: Id, token: NewToken): Promise<void> {
  // No password fits a hash that is none; the login only has to be unique, and no person can type it.
  await queries.query(
    `INSERT INTO person (id, mandant_id, unit_id, login, name, password_hash, kind)
     VALUES ($1, $2, $3, $4, $5, '', 'system')`,
    [token.personId, mandantId, token.unitId, `system ${token.personId}`, token.name],
  );
  await queries.query(`INSERT INTO person_role (mandant_id, person_id, role) SELECT $1, $2, unnest($3::text[])`, [
    mandantId,
    token.personId,
    token.roles,
  ]);
  await queries.query(
    `INSERT INTO api_token (id, mandant_id, person_id, token_hash, scopes, expires_on, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [token.id, mandantId, token.personId, token.hash, token.scopes, token.expiresOn, token.createdAt, token.createdBy],
  );
}

/** Whether a living system of this Mandant already has that name. */
export async function systemNameTaken(queries: Queries, name: string): Promise<boolean> {
  const rows = await queries.query(
    `SELECT 1 FROM person WHERE kind = 'system' AND active AND lower(name) = lower($1)`,
    [name],
  );
  return rows.length > 0;
}

export async function unitExists(queries: Queries, unitId: Id): Promise<boolean> {
  return (await queries.query(`SELECT 1 FROM unit WHERE id = $1`, [unitId])).length > 0;
}

export async function listUnits(queries: Queries): Promise<{ id: Id; name: string }[]> {
  return queries.query(`SELECT id, code || ' ' || name AS name FROM unit ORDER BY code`);
}

type TokenRow = Omit<TokenView, 'createdAt' | 'revokedAt' | 'lastUsedAt'> & {
  createdAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
};

/** Tokens of the Mandant, the newest first; never what they are recognised by. */
export async function listTokens(queries: Queries, limit: number): Promise<TokenView[]> {
  const rows = await queries.query<TokenRow>(
    `SELECT t.id, p.name, u.code || ' ' || u.name AS unit, t.scopes, t.created_at AS "createdAt", c.name AS "createdBy",
            t.expires_on AS "expiresOn", t.revoked_at AS "revokedAt", t.last_used_at AS "lastUsedAt",
            ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id ORDER BY r.role) AS roles
       FROM api_token t JOIN person p ON p.id = t.person_id JOIN unit u ON u.id = p.unit_id
       JOIN person c ON c.id = t.created_by
      ORDER BY t.revoked_at IS NOT NULL, t.created_at DESC LIMIT $1`,
    [limit],
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}
