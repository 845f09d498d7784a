import { checkpointText, originOf, type Checkpoint } from './checkpoint.js';
import { noteFits, type VerifierKey } from './signed-note.js';

/**
 * What a checkpoint is worth to somebody who holds public keys from outside: `signed` by one of them; `unsigned`, as all
 * were before there were keys; signed only by keys that they do not hold (`foreign`); or `forged`: it names one of them
 * and the signature is not that key's.
 */
export type SignatureState = 'signed' | 'unsigned' | 'foreign' | 'forged';

/** Judges the signatures of one checkpoint. A key counts for the Mandant that it is named after, and for no other. */
export function checkSignatures(checkpoint: Checkpoint, keys: readonly VerifierKey[]): SignatureState {
  if (checkpoint.signatures.length === 0) return 'unsigned';
  const text = checkpointText(checkpoint);
  const own = keys.filter(({ name }) => name === originOf(checkpoint.mandantId));
  const claims = checkpoint.signatures.flatMap((signature) => {
    const key = own.find(({ name, keyHash }) => name === signature.name && keyHash === signature.keyHash);
    return key ? [noteFits(text, signature, key)] : [];
  });
  if (claims.length === 0) return 'foreign';
  return claims.every(Boolean) ? 'signed' : 'forged';
}

/** The signatures of all checkpoints of a Mandant, judged together. */
export interface SignatureVerdict {
  readonly signed: number;
  /** Checkpoints without a signature that are older than every signed one: from before there were keys. */
  readonly early: number;
  /** What must not be: sizes of checkpoints with a forged, a foreign, or a missing signature where there should be one. */
  readonly wrong: readonly { readonly size: number; readonly state: Exclude<SignatureState, 'signed'> }[];
}

/**
 * Judges the checkpoints of one Mandant, smallest first. Once one is signed, every later one must be: else whoever
 * rewrites the chain would simply leave the signature away.
 */
export function judgeSignatures(checkpoints: readonly Checkpoint[], keys: readonly VerifierKey[]): SignatureVerdict {
  const judged = checkpoints.map((each) => ({ size: each.size, state: checkSignatures(each, keys) }));
  const firstSigned = judged.findIndex(({ state }) => state !== 'unsigned');
  const early = firstSigned === -1 ? judged.length : firstSigned;
  const wrong = judged.slice(early).flatMap(({ size, state }) => (state === 'signed' ? [] : [{ size, state }]));
  return { signed: judged.length - early - wrong.length, early, wrong };
}
