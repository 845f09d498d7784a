import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { SoftKey } from '../signatur/soft-key.js';

/** The person's key, sealed as it is stored; null where there is none. */
export async function loadSigningKey(queries: Queries, personId: Id): Promise<SoftKey | null> {
  const [row] = await queries.query<{ certificate: Buffer; issuer_certificate: Buffer; sealed_key: Buffer }>(
    `SELECT certificate, issuer_certificate, sealed_key FROM signing_key WHERE person_id = $1`,
    [personId],
  );
  return row ? { certificate: row.certificate, chain: [row.issuer_certificate], sealedKey: row.sealed_key } : null;
}
