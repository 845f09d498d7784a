import type { Id } from '../contract/views.js';
import { takeCheckpoint, type Checkpoint } from './checkpoint.js';
import { compareCheckpoints } from './compare-checkpoints.js';
import { createMerkleTree } from './merkle-tree.js';
import { protokollBreak, type ProtokollBreak } from './protokoll-break.js';
import { commitTo, GENESIS, hashRow, type ChainedRow } from './protokoll-chain.js';

/** One row as it was found, with its own hash and what its commitment stands for. */
export interface ProtokollRow extends ChainedRow {
  readonly rowHash: Buffer;
  /** null: salt and payload were erased (Art. 17 DSGVO, Vernichtung); the chain goes on. */
  readonly content: { readonly salt: Buffer; readonly payload: unknown } | null;
}

export interface ProtokollVerdict {
  readonly mandantId: Id;
  /** Rows that are proved: all of them, or those before the first broken one. */
  readonly rows: number;
  readonly erased: number;
  /** Root and size over the proved rows. */
  readonly root: Buffer;
  /** Checkpoints from outside the database that these rows agree with. */
  readonly checkpoints: number;
  readonly broken: ProtokollBreak | null;
}

export interface ProtokollVerifier {
  /** Takes the next row in the order of the store. After the first broken row nothing more is looked at. */
  add(row: ProtokollRow): void;
  verdict(): ProtokollVerdict;
  /** The proved rows as a checkpoint. */
  checkpoint(at: Date): Checkpoint;
}

/**
 * Checks the chain of one Mandant, row by row and in constant memory. Changed, deleted, swapped and inserted rows show
 * in the chain itself; a cut-off tail and a chain that was computed anew from some row on show only against
 * `checkpoints`, which must come from outside the database.
 *
 * @param start an earlier checkpoint to go on from: the rows up to it are taken as proved and are not to be added
 */
export function createProtokollVerifier(
  mandantId: Id,
  checkpoints: readonly Checkpoint[] = [],
  start?: Checkpoint,
): ProtokollVerifier {
  const tree = createMerkleTree(start?.size, start?.frontier);
  const compare = compareCheckpoints(checkpoints);
  let previousHash = start?.head ?? GENESIS;
  let erased = 0;
  let broken = compare.reached(tree.size(), tree.root);

  return {
    add: (row) => {
      if (broken) return;
      broken = checkRow(row, mandantId, tree.size() + 1, previousHash);
      if (broken) return;
      if (!row.content) erased += 1;
      previousHash = row.rowHash;
      tree.add(row.rowHash);
      broken = compare.reached(tree.size(), tree.root);
    },
    verdict: () => ({
      mandantId,
      rows: tree.size(),
      erased,
      root: tree.root(),
      checkpoints: compare.agreed(),
      broken: broken ?? compare.ended(tree.size()),
    }),
    checkpoint: (at) => takeCheckpoint(mandantId, tree, previousHash, at),
  };
}

function checkRow(row: ProtokollRow, mandantId: Id, expected: number, previousHash: Buffer): ProtokollBreak | null {
  const sequence = Number(row.sequence);
  if (row.mandantId !== mandantId) return protokollBreak('foreign', sequence, { found: row.mandantId });
  if (sequence > expected) return protokollBreak('missing', expected, { found: sequence });
  if (sequence < expected) return protokollBreak('repeated', sequence, { expected });
  if (!hashRow(row).equals(row.rowHash)) return protokollBreak('changed', sequence);
  if (!row.previousHash.equals(previousHash)) return protokollBreak('unlinked', sequence, { before: sequence - 1 });
  if (row.content && !commitTo(row.content.payload, row.content.salt).equals(row.commitment)) {
    return protokollBreak('payload', sequence);
  }
  return null;
}
