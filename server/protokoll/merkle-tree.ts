import { createHash } from 'node:crypto';

/** Root of the tree without leaves (RFC 9162, section 2.1.1). */
const EMPTY_ROOT = createHash('sha256').digest();
// RFC 9162: leaves and inner nodes are hashed under different prefixes, so that one can never be taken for the other.
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/**
 * A growing Merkle tree after RFC 9162 that remembers only the roots of its complete subtrees, largest first: at most
 * 64 hashes, however many rows there are. Adding a row costs two hashes on average.
 */
export interface MerkleTree {
  add(entry: Buffer): void;
  size(): number;
  root(): Buffer;
  frontier(): readonly Buffer[];
}

/**
 * @param size number of leaves that `frontier` stands for
 * @param frontier roots of the complete subtrees of that size, as `frontier()` of an earlier tree gave them
 * @throws when there are not as many roots as `size` has binary ones: a damaged checkpoint, checked by its reader
 */
export function createMerkleTree(size = 0, frontier: readonly Buffer[] = []): MerkleTree {
  if (frontier.length !== binaryOnes(size)) throw new Error('The frontier does not belong to this size');
  let count = size;
  const roots = [...frontier];
  return {
    add: (entry) => {
      let hash = leafHash(entry);
      // As in binary counting: every trailing one is a complete subtree that the new one merges with.
      for (let rest = count; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(take(roots), hash);
      roots.push(hash);
      count += 1;
    },
    size: () => count,
    root: () => rootOf(roots),
    frontier: () => [...roots],
  };
}

/** How many subtrees a frontier of this size has. Not by bit operators: they end at 2^31. */
export function binaryOnes(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}

/** Hash of a leaf. */
export function leafHash(entry: Buffer): Buffer {
  return sha256(LEAF, entry);
}

/** Hash of an inner node. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return sha256(NODE, left, right);
}

function rootOf(roots: readonly Buffer[]): Buffer {
  return roots.length === 0 ? EMPTY_ROOT : roots.reduceRight((right, left) => nodeHash(left, right));
}

function take(roots: Buffer[]): Buffer {
  const root = roots.pop();
  if (!root) throw new Error('The frontier is shorter than the size says');
  return root;
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
