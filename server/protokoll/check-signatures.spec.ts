import { chainOf } from '../../test/support/protokoll-chain.js';
import { checkSignatures, judgeSignatures } from './check-signatures.js';
import { formatCheckpoint, originOf, parseCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.js';
import { makeSignerKey } from './signed-note.js';
import { createProtokollVerifier } from './verify-protokoll.js';

const mandantId = '7f0c5a52-1c1b-4f0e-9d3e-0f6f3d1a0001';
const key = makeSignerKey(originOf(mandantId));
const next = makeSignerKey(originOf(mandantId));

function checkpointAt(size: number): Checkpoint {
  const verifier = createProtokollVerifier(mandantId);
  chainOf(mandantId, size).forEach(verifier.add);
  return verifier.checkpoint(new Date('2026-11-24T08:00:00Z'));
}

const signed = (size: number, keys = [key]) => signCheckpoint(checkpointAt(size), keys);

describe('checkSignatures', () => {
  it('finds a signature forged whose checkpoint says something else than what was signed', () => {
    const { signatures } = signed(5);
    expect(checkSignatures({ ...checkpointAt(6), signatures }, [key])).toBe('forged');
    expect(checkSignatures({ ...signed(5), at: '2026-11-25T08:00:00.000Z' }, [key])).toBe('forged');
  });

  it('counts no key of another Mandant, and none that was not given', () => {
    const foreign = makeSignerKey(originOf('7f0c5a52-1c1b-4f0e-9d3e-0f6f3d1a0002'));
    expect(checkSignatures(signed(5, [foreign]), [foreign])).toBe('foreign');
    expect(checkSignatures(signed(5), [next])).toBe('foreign');
  });

  it('tells a checkpoint from before there were keys', () => {
    expect(checkSignatures(checkpointAt(5), [key])).toBe('unsigned');
  });

  it('accepts either key where both have signed, also after the way through the file', () => {
    const read = parseCheckpoint(formatCheckpoint(signed(5, [next, key])));
    expect(read).toEqual(signed(5, [next, key]));
    expect([key, next].map((each) => read && checkSignatures(read, [each]))).toEqual(['signed', 'signed']);
  });
});

describe('judgeSignatures', () => {
  it('names a checkpoint without signature after one that has one: it was taken off', () => {
    expect(judgeSignatures([checkpointAt(3), signed(5), checkpointAt(7)], [key])).toEqual({
      signed: 1,
      early: 1,
      wrong: [{ size: 7, state: 'unsigned' }],
    });
  });

  it('names what only unknown keys have signed', () => {
    expect(judgeSignatures([signed(5), signed(7, [next])], [key]).wrong).toEqual([{ size: 7, state: 'foreign' }]);
  });

  it('counts the old ones apart', () => {
    const all = [checkpointAt(3), checkpointAt(4), signed(5), signed(7, [next, key])];
    expect(judgeSignatures(all, [key])).toEqual({ signed: 2, early: 2, wrong: [] });
  });
});
