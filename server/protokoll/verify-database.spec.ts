import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { checkpointParts } from '../../test/support/checkpoints.js';
import { openWorkbench, type Workbench } from '../../test/support/workbench.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { createCheckpointKeeper, writeCheckpoints } from './checkpoint-keeper.js';
import { createKey } from './create-key.js';
import { GENESIS, hashRow } from './protokoll-chain.js';
import { readProtokoll } from './protokoll.store.js';
import { describeVerdict, isProved } from './verdict-text.js';
import { verifyDatabase, type VerifiedProtokoll } from './verify-database.js';

// The manipulations are those of somebody who has the database's superuser: trigger and grants do not stop them.
let bench: Workbench;
let folder: string;
let superuser: pg.Client;

beforeEach(async () => {
  bench = await openWorkbench();
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-checkpoints-'));
  superuser = new pg.Client({ connectionString: bench.urls.administratorUrl });
  await superuser.connect();
  await superuser.query(`SET session_replication_role = replica`);
  await bench.runner.run(bench.system, createKey, { secret: checkpointParts(bench).secret });
  await write(8);
});
afterEach(async () => {
  await superuser.end();
  await bench.close();
  await rm(folder, { recursive: true, force: true });
});

const record = systemAct('akte.openVorgang', async (tx, number: number) => {
  tx.protokoll({ objectKind: 'vorgang', objectId: newId(), payload: { number } });
  return Promise.resolve({});
});

/** The seed of the Mandant and the key of its checkpoints have written rows 1 and 2. */
async function write(count: number): Promise<void> {
  for (let number = 0; number < count; number++) await bench.runner.run(bench.system, record, number);
}

async function verify(): Promise<VerifiedProtokoll> {
  const [verdict] = await verifyDatabase(bench.database, folder);
  if (!verdict) throw new Error('no Mandant');
  return verdict;
}

const parts = () => checkpointParts(bench, { folder });
const checkpoint = () => writeCheckpoints(parts(), 1);
const tamper = (sql: string) => superuser.query(sql);

/** Rewrites everything from `first` on, every hash right: what only a checkpoint from outside can show. */
async function recompute(first: number): Promise<void> {
  const rows = await bench.database.transaction(bench.mandantId, (queries) =>
    readProtokoll(queries, bench.mandantId, 0, 1_000),
  );
  let previousHash: Buffer = GENESIS;
  for (const row of rows) {
    const forged = { ...row, previousHash, actor: row.sequence >= BigInt(first) ? 'forger' : row.actor };
    previousHash = hashRow(forged);
    await superuser.query(`UPDATE protokoll SET actor = $2, previous_hash = $3, row_hash = $4 WHERE sequence = $1`, [
      forged.sequence,
      forged.actor,
      forged.previousHash,
      previousHash,
    ]);
  }
}

describe('verifyDatabase', () => {
  it('names a changed row', async () => {
    await tamper(`UPDATE protokoll SET action = 'akte.closeZdA' WHERE sequence = 4`);
    expect(await verify()).toMatchObject({ rows: 3, broken: { kind: 'changed', row: 4 } });
  });

  it('names a row with a changed payload', async () => {
    await tamper(`UPDATE protokoll_payload SET payload = '{"number": 99}' WHERE sequence = 4`);
    expect(await verify()).toMatchObject({ rows: 3, broken: { kind: 'payload', row: 4 } });
  });

  it('names a deleted row', async () => {
    await tamper(`DELETE FROM protokoll WHERE sequence = 4`);
    expect(await verify()).toMatchObject({ rows: 3, broken: { kind: 'missing', row: 4 } });
  });

  it('names the first of two swapped rows', async () => {
    await tamper(`UPDATE protokoll SET sequence = 99 WHERE sequence = 4`);
    await tamper(`UPDATE protokoll SET sequence = 4 WHERE sequence = 5`);
    await tamper(`UPDATE protokoll SET sequence = 5 WHERE sequence = 99`);
    expect(await verify()).toMatchObject({ rows: 3, broken: { kind: 'changed', row: 4 } });
  });

  it('names an inserted row', async () => {
    await tamper(`UPDATE protokoll SET sequence = sequence + 100 WHERE sequence >= 4`);
    await tamper(`INSERT INTO protokoll SELECT mandant_id, 4, at, 'forger', action, object_kind, object_id, correlation_id,
                    commitment, previous_hash, row_hash FROM protokoll WHERE sequence = 104`);
    await tamper(`UPDATE protokoll SET sequence = sequence - 99 WHERE sequence >= 100`);
    expect(await verify()).toMatchObject({ rows: 3, broken: { kind: 'changed', row: 4 } });
  });

  it('finds a cut-off tail through the checkpoint outside', async () => {
    await checkpoint();
    await tamper(`DELETE FROM protokoll WHERE sequence > 7`);
    const verdict = await verify();
    expect(verdict).toMatchObject({ rows: 7, broken: { kind: 'cutOff', row: 8 } });
    expect(describeVerdict(verdict)).toContain('Ab Zeile 8 fehlt das Ende');
  });

  it('finds a chain computed anew through the checkpoint outside', async () => {
    await checkpoint();
    await write(3);
    await recompute(6);
    expect((await verifyDatabase(bench.database, join(folder, 'elsewhere')))[0]?.broken).toBeNull();
    expect(await verify()).toMatchObject({ broken: { kind: 'recomputed', row: 1 } });
  });

  it('finds a Mandant that vanished with its whole chain', async () => {
    await checkpoint();
    await tamper(`DELETE FROM protokoll`);
    await tamper(`DELETE FROM mandant`);
    expect(await verify()).toMatchObject({ mandantId: bench.mandantId, rows: 0, broken: { kind: 'cutOff', row: 1 } });
  });

  it('does not call a chain proved while one of its checkpoints is damaged', async () => {
    await checkpoint();
    await writeFile(join(folder, bench.mandantId, '000000000010.checkpoint'), '');
    const verdict = await verify();
    expect(verdict.broken).toBeNull();
    expect(isProved(verdict)).toBe(false);
    expect(describeVerdict(verdict)).toContain('beschädigt');
  });

  it('proves the chain, with erased contents counted', async () => {
    await checkpoint();
    await tamper(`DELETE FROM protokoll_payload WHERE sequence IN (3, 4)`);
    const verdict = await verify();
    expect(verdict).toMatchObject({ rows: 10, erased: 2, checkpoints: 1, broken: null, damagedCheckpoints: [] });
    expect(isProved(verdict)).toBe(true);
  });
});

describe('writeCheckpoints', () => {
  it('writes none for a chain that was cut, computed anew or broken since the last one', async () => {
    await checkpoint();
    await write(2);
    await recompute(6);
    expect(await checkpoint()).toMatchObject([{ written: null, broken: { kind: 'unlinked', row: 11 } }]);
    await tamper(`DELETE FROM protokoll WHERE sequence > 7`);
    expect(await checkpoint()).toMatchObject([{ written: null, broken: { kind: 'cutOff', row: 8 } }]);
  });

  it('writes none before enough rows came in', async () => {
    expect(await writeCheckpoints(parts(), 11)).toMatchObject([{ written: null, broken: null }]);
  });

  it('goes on from the last checkpoint and agrees with a check from the beginning', async () => {
    expect(await checkpoint()).toMatchObject([{ written: { size: 10 } }]);
    await write(5);
    expect(await checkpoint()).toMatchObject([{ written: { size: 15 } }]);
    expect(await verify()).toMatchObject({ rows: 15, checkpoints: 2, broken: null });
  });

  it('writes a last one when the keeper stops, and the keeper tells what is broken', async () => {
    const keeper = createCheckpointKeeper(parts());
    await keeper.stop();
    expect(keeper.broken()).toEqual([]);
    expect(await verify()).toMatchObject({ checkpoints: 1 });
    await tamper(`DELETE FROM protokoll WHERE sequence > 7`);
    await keeper.stop();
    expect(keeper.broken()).toMatchObject([{ kind: 'cutOff', row: 8 }]);
  });
});
