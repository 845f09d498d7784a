import type { Id, Instant } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from './signed-note.js';

/** A key of a Mandant as it is stored. */
export interface StoredKey extends VerifierKey {
  /** null: forgotten, it can sign nothing any more. */
  readonly sealedKey: Uint8Array | null;
  readonly createdAt: Instant;
  /** null: the one in use. */
  readonly retiredAt: Instant | null;
}

interface KeyRow {
  verifier_key: string;
  sealed_key: Buffer | null;
  created_at: Date;
  retired_at: Date | null;
}

/** All keys of the running Mandant, the one in use first, then the newest. */
export async function listKeys(queries: Queries): Promise<StoredKey[]> {
  const rows = await queries.query<KeyRow>(
    `SELECT verifier_key, sealed_key, created_at, retired_at FROM protokoll_key
      WHERE mandant_id = current_mandant() ORDER BY retired_at DESC NULLS FIRST, created_at DESC`,
  );
  return rows.map((row) => {
    const key = parseVerifierKey(row.verifier_key);
    if (!key) throw new Error('A stored public key is none');
    const retiredAt = row.retired_at?.toISOString() ?? null;
    return { ...key, sealedKey: row.sealed_key, createdAt: row.created_at.toISOString(), retiredAt };
  });
}

/** Lets whoever makes or changes a key of this Mandant wait for the other, to the end of the transaction. */
export async function lockKeys(queries: Queries, mandantId: Id): Promise<void> {
  await queries.query(`SELECT pg_advisory_xact_lock(hashtextextended('protokoll key ' || $1, 0))`, [mandantId]);
}

export async function insertKey(
  queries: Queries,
  mandantId: Id,
  key: VerifierKey & { readonly sealedKey: Uint8Array },
  at: Date,
): Promise<void> {
  await queries.query(
    `INSERT INTO protokoll_key (mandant_id, key_hash, verifier_key, sealed_key, created_at) VALUES ($1, $2, $3, $4, $5)`,
    [mandantId, key.keyHash, formatVerifierKey(key), key.sealedKey, at],
  );
}

/** Takes a key out of use. It signs one more checkpoint, together with its successor. */
export async function retireKey(queries: Queries, mandantId: Id, keyHash: string, at: Date): Promise<void> {
  await queries.query(`UPDATE protokoll_key SET retired_at = $3 WHERE mandant_id = $1 AND key_hash = $2`, [
    mandantId,
    keyHash,
    at,
  ]);
}

/** Forgets the private halves of retired keys. */
export async function forgetKeys(queries: Queries, mandantId: Id, keyHashes: readonly string[]): Promise<void> {
  await queries.query(
    `UPDATE protokoll_key SET sealed_key = NULL
      WHERE mandant_id = $1 AND key_hash = ANY ($2) AND retired_at IS NOT NULL`,
    [mandantId, keyHashes],
  );
}
