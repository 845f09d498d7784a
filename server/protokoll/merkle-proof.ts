import { leafHash, nodeHash } from './merkle-tree.js';

/** The leaves from `from` up to, not including, `to`. */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/** Ranges whose hashes prove that leaf `index` is in the tree of `size` leaves, in order (RFC 9162, section 2.1.3.1). */
export function inclusionPath(index: number, size: number): LeafRange[] {
  const path: LeafRange[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    if (index < middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
    }
  }
  return path.reverse();
}

/** Ranges whose hashes prove that the tree of `first` leaves is the beginning of the tree of `second` (section 2.1.4.1). */
export function consistencyPath(first: number, second: number): LeafRange[] {
  if (first === 0 || first === second) return [];
  const path: LeafRange[] = [];
  let [from, to] = [0, second];
  // While the walk stays at the left edge the verifier has the hash already: it is the root of the first tree.
  let known = true;
  while (to !== first) {
    const middle = from + largestPowerBelow(to - from);
    if (first <= middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
      known = false;
    }
  }
  if (!known) path.push({ from, to });
  return path.reverse();
}

/** Whether the proof leads from the entry to the root (section 2.1.3.2). */
export function includes(
  { index, size, root }: { readonly index: number; readonly size: number; readonly root: Buffer },
  entry: Buffer,
  proof: readonly Buffer[],
): boolean {
  if (index >= size) return false;
  let [node, last] = [index, size - 1];
  let hash = leafHash(entry);
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && hash.equals(root);
}

/** A tree as a checkpoint states it. */
export interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
}

/** Whether the proof shows that the first tree is the beginning of the second (section 2.1.4.2). */
export function extendsTree(first: TreeHead, second: TreeHead, proof: readonly Buffer[]): boolean {
  if (first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && first.root.equals(second.root);
  if (first.size === 0) return proof.length === 0;
  let [node, last] = [first.size - 1, second.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  // A first tree that is complete is itself the first hash of the walk, and is not sent.
  const [start, ...rest] = node === 0 ? [first.root, ...proof] : proof;
  if (!start) return false;
  let [old, current] = [start, start];
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [old, current] = [nodeHash(hash, old), nodeHash(hash, current)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      current = nodeHash(current, hash);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && old.equals(first.root) && current.equals(second.root);
}

/** The largest power of two below `count`, which is at least 2. Not by bit operators: they end at 2^31. */
export function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

function half(number: number): number {
  return Math.floor(number / 2);
}
