import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

export interface StoredFactor {
  readonly sealedSecret: Uint8Array;
  readonly since: Date;
  readonly lastStep: number;
  /** Recovery codes that are left. */
  readonly codes: number;
}

/** The second factor of a person; null where there is none. */
export async function findFactor(queries: Queries, personId: Id): Promise<StoredFactor | null> {
  const [row] = await queries.query<StoredFactor>(
    `SELECT sealed_secret AS "sealedSecret", since, last_step::float8 AS "lastStep",
            (SELECT count(*)::int FROM recovery_code r WHERE r.person_id = f.person_id) AS codes
       FROM second_factor f WHERE person_id = $1`,
    [personId],
  );
  return row ?? null;
}

/** The same, locked: of two requests with one code only the first finds it unused. */
export async function lockFactor(queries: Queries, personId: Id): Promise<StoredFactor | null> {
  await queries.query(`SELECT 1 FROM second_factor WHERE person_id = $1 FOR UPDATE`, [personId]);
  return findFactor(queries, personId);
}

export async function saveStep(queries: Queries, personId: Id, step: number): Promise<void> {
  await queries.query(`UPDATE second_factor SET last_step = $2 WHERE person_id = $1`, [personId, step]);
}

/** @returns whether there was one */
export async function takeRecoveryCode(queries: Queries, personId: Id, hash: Buffer): Promise<boolean> {
  const taken = await queries.query<{ taken: true }>(
    `WITH gone AS (DELETE FROM recovery_code WHERE person_id = $1 AND code_hash = $2 RETURNING 1)
     SELECT true AS taken FROM gone`,
    [personId, hash],
  );
  return taken.length > 0;
}

export async function insertFactor(
  queries: Queries,
  mandantId: Id,
  factor: { personId: Id; sealedSecret: Uint8Array; since: Date; lastStep: number },
): Promise<void> {
  await queries.query(
    `INSERT INTO second_factor (person_id, mandant_id, sealed_secret, since, last_step) VALUES ($1, $2, $3, $4, $5)`,
    [factor.personId, mandantId, factor.sealedSecret, factor.since, factor.lastStep],
  );
}

/** Replaces all codes of the person. */
export async function saveRecoveryCodes(
  queries: Queries,
  mandantId: Id,
  personId: Id,
  hashes: readonly Buffer[],
): Promise<void> {
  await queries.query(`DELETE FROM recovery_code WHERE person_id = $1`, [personId]);
  await queries.query(
    `INSERT INTO recovery_code (mandant_id, person_id, code_hash) SELECT $1, $2, unnest($3::bytea[])`,
    [mandantId, personId, hashes],
  );
}

/** Removes the factor; its codes go with it. */
export async function deleteFactor(queries: Queries, personId: Id): Promise<void> {
  await queries.query(`DELETE FROM second_factor WHERE person_id = $1`, [personId]);
}
