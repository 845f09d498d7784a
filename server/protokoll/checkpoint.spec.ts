import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chainOf } from '../../test/support/protokoll-chain.js';
import { readCheckpoints, writeCheckpoint } from './checkpoint-folder.js';
import { formatCheckpoint, parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { createProtokollVerifier } from './verify-protokoll.js';

const mandantId = '7f0c5a52-1c1b-4f0e-9d3e-0f6f3d1a0001';

function checkpointAt(size: number, actor?: string): Checkpoint {
  const verifier = createProtokollVerifier(mandantId);
  chainOf(mandantId, size, actor ? { from: 1, actor } : undefined).forEach(verifier.add);
  return verifier.checkpoint(new Date('2026-11-24T08:00:00Z'));
}

describe('parseCheckpoint', () => {
  const text = formatCheckpoint(checkpointAt(7));
  const other = checkpointAt(7, 'forger');

  it.each([
    ['an empty text', ''],
    ['a cut text', text.slice(0, -20)],
    ['another size', text.replace('\n7\n', '\n6\n')],
    ['a root that is not that of its subtrees', text.replace(/\n[^\n]{44}\n/, `\n${other.root.toString('base64')}\n`)],
    ['another origin', text.replace('laufmappe/', 'somewhere/')],
    ['something behind it', `${text}more\n`],
  ])('refuses %s', (_what, wrong) => {
    expect(parseCheckpoint(wrong)).toBeNull();
  });

  it.each([0, 1, 7, 64])('reads back what was written at %i rows', (size) => {
    expect(parseCheckpoint(formatCheckpoint(checkpointAt(size)))).toEqual(checkpointAt(size));
  });
});

describe('writeCheckpoint', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'laufmappe-checkpoints-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('never overwrites: another root at the same size is told, the first one stays', async () => {
    await writeCheckpoint(folder, checkpointAt(3));
    expect(await writeCheckpoint(folder, checkpointAt(3, 'forger'))).toBe('differs');
    expect(await writeCheckpoint(folder, checkpointAt(3))).toBe('known');
    expect((await readCheckpoints(folder, mandantId)).checkpoints).toEqual([checkpointAt(3)]);
  });

  it('names files that were changed or renamed', async () => {
    await writeCheckpoint(folder, checkpointAt(3));
    await writeCheckpoint(folder, checkpointAt(5));
    const place = join(folder, mandantId);
    await writeFile(join(place, '000000000003.checkpoint'), 'nothing');
    await writeFile(join(place, '000000000009.checkpoint'), await readFile(join(place, '000000000005.checkpoint')));
    expect(await readCheckpoints(folder, mandantId)).toEqual({
      checkpoints: [checkpointAt(5)],
      damaged: [join(place, '000000000003.checkpoint'), join(place, '000000000009.checkpoint')],
    });
  });

  it('gives them back smallest first, and nothing where there is no folder', async () => {
    for (const size of [12, 5, 9]) expect(await writeCheckpoint(folder, checkpointAt(size))).toBe('written');
    expect((await readCheckpoints(folder, mandantId)).checkpoints.map(({ size }) => size)).toEqual([5, 9, 12]);
    expect(await readCheckpoints(join(folder, 'none'), mandantId)).toEqual({ checkpoints: [], damaged: [] });
  });
});
