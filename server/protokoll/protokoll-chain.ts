import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** One audit row as it is chained. `commitment` stands for the erasable payload. */
export interface ChainedRow {
  readonly mandantId: string;
  /** Gapless per Mandant, from 1. */
  readonly sequence: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly correlationId: string | null;
  readonly commitment: Buffer;
  readonly previousHash: Buffer;
}

/** Hash before the first row of every chain. */
export const GENESIS = Buffer.alloc(32);

// A prefix of our own keeps a hash made here from ever being taken for one made elsewhere over equal bytes.
const ROW_DOMAIN = 'laufmappe/protokoll/row/1';
const PAYLOAD_DOMAIN = 'laufmappe/protokoll/payload/1';

/** Salted commitment to a payload: erasing payload and salt leaves a value that tells nothing and still proves order. */
export function commitTo(payload: unknown, salt: Buffer): Buffer {
  return lengthPrefixedHash([PAYLOAD_DOMAIN, salt, canonicalJson(payload)]);
}

/** Hash of a row over all its fields and the hash of the row before it. */
export function hashRow(row: ChainedRow): Buffer {
  return lengthPrefixedHash([
    ROW_DOMAIN,
    row.mandantId,
    row.sequence.toString(),
    row.at.toISOString(),
    row.actor,
    row.action,
    row.objectKind,
    row.objectId,
    row.correlationId ?? '',
    row.commitment,
    row.previousHash,
  ]);
}

/** Every part is preceded by its length, so that no two lists of parts give the same bytes. */
function lengthPrefixedHash(parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  }
  return hash.digest();
}
