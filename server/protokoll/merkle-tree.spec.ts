import { createHash } from 'node:crypto';
import { binaryOnes, createMerkleTree } from './merkle-tree.js';

const entries = Array.from({ length: 70 }, (_, index) => Buffer.from(`entry ${index}`));

/** The recursive definition of RFC 9162, section 2.1.1, word for word; the tree under test is incremental. */
function definition(leaves: readonly Buffer[]): Buffer {
  const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (leaves.length === 0) return hash();
  if (leaves.length === 1) return hash(Buffer.of(0), leaves[0]!);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return hash(Buffer.of(1), definition(leaves.slice(0, split)), definition(leaves.slice(split)));
}

describe('createMerkleTree', () => {
  it('refuses a frontier that does not belong to the size', () => {
    expect(() => createMerkleTree(3, [Buffer.alloc(32)])).toThrow('does not belong');
  });

  it('has the root of the definition at every size', () => {
    const tree = createMerkleTree();
    expect(tree.root()).toEqual(definition([]));
    entries.forEach((entry, index) => {
      tree.add(entry);
      expect(tree.root()).toEqual(definition(entries.slice(0, index + 1)));
    });
  });

  it('goes on from the frontier of any earlier size', () => {
    for (let size = 0; size <= entries.length; size++) {
      const before = createMerkleTree();
      entries.slice(0, size).forEach(before.add);
      const after = createMerkleTree(before.size(), before.frontier());
      entries.slice(size).forEach(after.add);
      expect(after.root()).toEqual(definition(entries));
      expect(before.root()).toEqual(definition(entries.slice(0, size)));
    }
  });

  it('has the roots that Certificate Transparency implementations share as test vectors', () => {
    // Leaves of the reference test: '', 00, 10, 2021, 3031, 40414243, 5051525354555657, 606162636465666768696a6b6c6d6e6f.
    const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const tree = createMerkleTree();
    leaves.forEach((leaf) => tree.add(Buffer.from(leaf, 'hex')));
    expect(tree.root().toString('hex')).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });
});

describe('binaryOnes', () => {
  it('counts beyond 32 bits', () => {
    expect([0, 1, 2, 3, 255, 2 ** 31, 2 ** 40 + 1].map(binaryOnes)).toEqual([0, 1, 1, 2, 8, 1, 2]);
  });
});
