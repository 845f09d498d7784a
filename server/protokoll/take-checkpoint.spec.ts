import { join } from 'node:path';
import pg from 'pg';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { checkpointParts } from '../../test/support/checkpoints.js';
import { readCheckpoints } from './checkpoint-folder.js';
import { createTakeCheckpoint } from './take-checkpoint.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const take = (login = 'helga.brandt', own = {}, covering = 1) =>
  bench.perform(login, createTakeCheckpoint(checkpointParts(bench, own)), { covering });
const written = async (folder = bench.checkpoints) =>
  (await readCheckpoints(folder, bench.mandantId)).checkpoints.map(({ size }) => size);

describe('takeCheckpoint', () => {
  it.each(['jana.petersen', 'amir.rakimov'])('refuses %s without the permission, and writes nothing', async (login) => {
    expect(await take(login)).toMatchObject({ code: 'identity.notPermitted' });
    expect(await written()).toEqual([]);
  });

  it('refuses to cover a row that there is not yet', async () => {
    expect(await take('helga.brandt', {}, 99)).toMatchObject({ code: 'protokoll.noCheckpoint' });
  });

  it('refuses a chain that does not follow its last checkpoint', async () => {
    await take();
    const client = new pg.Client({ connectionString: bench.urls.administratorUrl });
    await client.connect();
    await client.query(`SET session_replication_role = replica; DELETE FROM protokoll WHERE sequence > 1`);
    await client.end();
    expect(await take()).toMatchObject({ code: 'protokoll.broken' });
  });

  it('refuses, and writes nothing, where a key was sealed by another secret: never an unsigned one', async () => {
    await take();
    await expect(take('helga.brandt', { secret: Buffer.alloc(32, 1) })).rejects.toThrow('Key');
    expect(await written()).toEqual([2]);
  });

  it('covers everything so far, first with the row of the key that signs it', async () => {
    // Row 1 is the seed, row 2 the key, row 3 that a checkpoint was taken.
    expect(await take()).toEqual({ size: 2 });
    expect(await take()).toEqual({ size: 3 });
    expect((await bench.protokoll(bench.mandantId)).at(-1)).toMatchObject({
      action: 'protokoll.takeCheckpoint',
      payload: { size: 3 },
    });
  });

  it('lies in both folders where there is a second place', async () => {
    const copies = join(bench.checkpoints, '..', 'copies');
    expect(await take('helga.brandt', { copies })).toEqual({ size: 2 });
    expect([await written(), await written(copies)]).toEqual([[2], [2]]);
  });
});
