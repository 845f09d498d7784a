import { consistencyPath, extendsTree, includes, inclusionPath, type LeafRange } from './merkle-proof.js';
import { createMerkleTree } from './merkle-tree.js';
import { createProofTree, TILE } from './proof-tree.js';

const LEAVES = 70;
const leaves = Array.from({ length: LEAVES }, (_, number) => Buffer.from(`leaf ${number}`));

/** The hash of some leaves as a tree of their own: by definition what RFC 9162 calls MTH. */
function hashOf({ from, to }: LeafRange): Buffer {
  const tree = createMerkleTree();
  leaves.slice(from, to).forEach(tree.add);
  return tree.root();
}

const rootOf = (size: number) => hashOf({ from: 0, to: size });
const sizes = Array.from({ length: LEAVES }, (_, index) => index + 1);

describe('includes', () => {
  it('refuses another leaf, another place, another root and a proof that is cut, longer or swapped', () => {
    const head = { index: 5, size: 13, root: rootOf(13) };
    const proof = inclusionPath(5, 13).map(hashOf);
    const leaf = leaves[5]!;
    expect(includes(head, leaf, proof)).toBe(true);
    expect(includes(head, leaves[6]!, proof)).toBe(false);
    expect(includes({ ...head, index: 4 }, leaf, proof)).toBe(false);
    expect(includes({ ...head, index: 13 }, leaf, proof)).toBe(false);
    expect(includes({ ...head, size: 17 }, leaf, proof)).toBe(false);
    expect(includes({ ...head, root: rootOf(12) }, leaf, proof)).toBe(false);
    expect(includes(head, leaf, proof.slice(1))).toBe(false);
    expect(includes(head, leaf, [...proof, rootOf(1)])).toBe(false);
    expect(includes(head, leaf, [...proof].reverse())).toBe(false);
  });

  it('accepts the path of every leaf in every tree', () => {
    const wrong = sizes.flatMap((size) =>
      Array.from({ length: size }, (_, index) => index).filter(
        (index) =>
          !includes({ index, size, root: rootOf(size) }, leaves[index]!, inclusionPath(index, size).map(hashOf)),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('extendsTree', () => {
  const proofOf = (first: number, second: number) => consistencyPath(first, second).map(hashOf);
  const head = (size: number) => ({ size, root: rootOf(size) });

  it('refuses a tree whose beginning is another, and a proof of other sizes', () => {
    const forged = { size: 6, root: rootOf(5) };
    expect(extendsTree(forged, head(13), proofOf(6, 13))).toBe(false);
    expect(extendsTree(head(6), { size: 13, root: rootOf(12) }, proofOf(6, 13))).toBe(false);
    expect(extendsTree(head(7), head(13), proofOf(6, 13))).toBe(false);
    expect(extendsTree(head(6), head(13), proofOf(6, 13).slice(1))).toBe(false);
    expect(extendsTree(head(6), head(13), [])).toBe(false);
    expect(extendsTree(head(13), head(6), [])).toBe(false);
    expect(extendsTree(head(6), { size: 6, root: rootOf(5) }, [])).toBe(false);
  });

  it('accepts every tree as the continuation of every smaller one', () => {
    const wrong = sizes.flatMap((second) =>
      [0, ...sizes]
        .filter((first) => first <= second)
        .filter((first) => !extendsTree(head(first), head(second), proofOf(first, second)))
        .map((first) => [first, second]),
    );
    expect(wrong).toEqual([]);
  });
});

describe('createProofTree', () => {
  const size = 3 * TILE + 5;
  const many = Array.from({ length: size }, (_, number) => Buffer.from(`row ${number}`));
  const tile = (number: number) => many.slice(number * TILE, (number + 1) * TILE);
  const treeOf = (entries: readonly Buffer[]) => {
    const tree = createMerkleTree();
    entries.forEach(tree.add);
    return tree.root();
  };
  const tiles = [0, 1, 2].map((number) => treeOf(tile(number)));

  it('throws for a row whose tile was not loaded', () => {
    const tree = createProofTree({ size, tiles, rows: new Map([[3, tile(3)]]) });
    expect(() => tree({ from: 5, to: 6 })).toThrow('row 6');
  });

  it('proves a row from the rows of its tile and the hashes of all others', () => {
    const rows = new Map([1, 3].map((number) => [number, tile(number)]));
    const tree = createProofTree({ size, tiles, rows });
    const root = tree({ from: 0, to: size });
    expect(root).toEqual(treeOf(many));
    for (const index of [TILE, TILE + 77, 2 * TILE - 1, size - 1]) {
      expect(includes({ index, size, root }, many[index]!, inclusionPath(index, size).map(tree))).toBe(true);
    }
  });
});
