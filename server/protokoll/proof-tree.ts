import { largestPowerBelow, type LeafRange } from './merkle-proof.js';
import { leafHash, nodeHash } from './merkle-tree.js';

/**
 * Rows under one stored hash. A proof about a row reads the rows of its tile and one hash for every other tile: 1,024
 * rows and 977 hashes in a chain of a million. More rows in a tile read more around each row, fewer more tiles.
 */
export const TILE = 1_024;

/** What a proof needs of the tree: hashes of whole tiles, and the row hashes of those tiles that it goes into. */
export interface TreeParts {
  readonly size: number;
  /** Root of every whole tile, in order. */
  readonly tiles: readonly Buffer[];
  /** Row hashes by the number of their tile: of those asked about, and of the last one where it is not whole. */
  readonly rows: ReadonlyMap<number, readonly Buffer[]>;
}

/** Answers the hash of any range that a proof is made of. Each is computed once, however many proofs share it. */
export function createProofTree({ size, tiles, rows }: TreeParts): (range: LeafRange) => Buffer {
  const known = new Map<string, Buffer>();
  const hashOf = (from: number, to: number): Buffer => {
    const name = `${from} ${to}`;
    const hash = known.get(name) ?? compute(from, to);
    known.set(name, hash);
    return hash;
  };
  const compute = (from: number, to: number): Buffer => {
    const tile = to - from === TILE ? tiles[from / TILE] : undefined;
    if (tile) return tile;
    if (to - from === 1) return leafOf(from);
    const middle = from + largestPowerBelow(to - from);
    return nodeHash(hashOf(from, middle), hashOf(middle, to));
  };
  const leafOf = (index: number): Buffer => {
    const entry = rows.get(tileOf(index))?.[index % TILE];
    if (!entry) throw new Error(`The tree was loaded without row ${index + 1} of ${size}`);
    return leafHash(entry);
  };
  return ({ from, to }) => hashOf(from, to);
}

/** Number of the tile that holds a row, both counted from 0. */
export function tileOf(index: number): number {
  return Math.floor(index / TILE);
}
