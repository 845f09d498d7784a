import { mutation, type Original, type Originals, type Recipe } from './mutation.js';
import type { Random } from './random.js';

/** Damage as networks, disks and careless programs do it. */
export const DAMAGE: readonly Recipe[] = [
  (originals, random) => {
    const { fileName, bytes } = anyOf(originals, random);
    return mutation('cut off', fileName, bytes.subarray(0, random.below(bytes.length)));
  },
  (originals, random) => {
    const { fileName, bytes } = anyOf(originals, random);
    return mutation('beginning lost', fileName, bytes.subarray(random.below(bytes.length)));
  },
  (originals, random) => {
    const { fileName, bytes } = anyOf(originals, random);
    const damaged = Buffer.from(bytes);
    for (let count = 1 + random.below(40); count > 0; count -= 1)
      damaged[random.below(damaged.length)] = random.below(256);
    return mutation('single bytes changed', fileName, damaged);
  },
  (originals, random) => {
    const { fileName, bytes } = anyOf(originals, random);
    const from = random.below(bytes.length);
    const to = Math.min(bytes.length, from + random.below(4_000));
    return mutation('a piece lost', fileName, Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]));
  },
  (originals, random) => {
    const { fileName, bytes } = anyOf(originals, random);
    const at = random.below(bytes.length);
    const piece = bytes.subarray(at, at + random.below(20_000));
    return mutation(
      'a piece repeated',
      fileName,
      Buffer.concat([bytes.subarray(0, at), piece, piece, bytes.subarray(at)]),
    );
  },
  (originals, random) => {
    const { fileName, bytes } = anyOf(originals, random);
    const at = random.below(bytes.length);
    const noise = random.bytes(1 + random.below(3_000));
    return mutation('noise in the middle', fileName, Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]));
  },
  (originals, random) => {
    const { fileName, bytes } = anyOf(originals, random);
    return mutation(
      'zeros in place of the end',
      fileName,
      Buffer.concat([bytes.subarray(0, random.below(bytes.length)), Buffer.alloc(5_000)]),
    );
  },
  ({ mail }, random) =>
    mutation('nothing at all', random.pick([mail.fileName, 'leer.pdf', 'leer.xml']), Buffer.alloc(0)),
  (_originals, random) =>
    mutation('noise only', random.pick(['a.eml', 'a.pdf', 'a.xml', 'a']), random.bytes(1 + random.below(20_000))),
];

function anyOf(originals: Originals, random: Random): Original {
  return random.pick(Object.values(originals) as Original[]);
}
