import { z } from 'zod';
import { checkSignatures, type SignatureState } from './check-signatures.js';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { extendsTree } from './merkle-proof.js';
import type { VerifierKey } from './signed-note.js';

/** Whether a younger checkpoint continues an older one, and who signed both. */
export interface ConsistencyVerdict {
  readonly first: Checkpoint;
  readonly second: Checkpoint;
  readonly state: 'continues' | 'differs';
  readonly signatures: readonly SignatureState[] | null;
}

const schema = z.object({
  format: z.literal('laufmappe/consistency/1'),
  first: z.string(),
  second: z.string(),
  proof: z.array(z.base64().length(44)).max(128),
});

/**
 * Checks a proof of consistency (RFC 9162) offline: whoever kept the older checkpoint sees that nothing before it was
 * rewritten since, without one row of the Protokoll.
 * @returns null for a text that is no such proof
 */
export function verifyConsistency(text: string, keys: readonly VerifierKey[]): ConsistencyVerdict | null {
  const read = schema.safeParse(parsed(text));
  const [first, second] = [parseCheckpoint(read.data?.first ?? ''), parseCheckpoint(read.data?.second ?? '')];
  if (!read.success || !first || !second || first.mandantId !== second.mandantId) return null;
  const proof = read.data.proof.map((hash) => Buffer.from(hash, 'base64'));
  return {
    first,
    second,
    state: extendsTree(first, second, proof) ? 'continues' : 'differs',
    signatures: keys.length === 0 ? null : [first, second].map((each) => checkSignatures(each, keys)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
