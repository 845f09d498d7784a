import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { checkpointParts } from '../../test/support/checkpoints.js';
import { openWorkbench, type Workbench } from '../../test/support/workbench.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { writeCheckpoints } from './checkpoint-keeper.js';
import { formatCheckpoint, originOf, signCheckpoint } from './checkpoint.js';
import { exportProtokoll } from './export-protokoll.js';
import { listKeys } from './key.store.js';
import { GENESIS, hashRow } from './protokoll-chain.js';
import { streamProtokoll } from './protokoll.store.js';
import { makeSignerKey, type VerifierKey } from './signed-note.js';
import { isProved } from './verdict-text.js';
import { verifyDatabase, verifyExport, type VerifiedProtokoll } from './verify-database.js';
import { createProtokollVerifier, type ProtokollRow } from './verify-protokoll.js';

// Whoever does this has the database's superuser: trigger and grants do not stop them. They do not have the key.
let bench: Workbench;
let superuser: pg.Client;
let keys: VerifierKey[];

beforeEach(async () => {
  bench = await openWorkbench();
  superuser = new pg.Client({ connectionString: bench.urls.administratorUrl });
  await superuser.connect();
  await superuser.query(`SET session_replication_role = replica`);
  for (let number = 0; number < 9; number++) await bench.runner.run(bench.system, record, number);
  await writeCheckpoints(checkpointParts(bench), 1);
  keys = await bench.database.transaction(bench.mandantId, (queries) => listKeys(queries));
});
afterEach(async () => {
  await superuser.end();
  await bench.close();
});

const record = systemAct('akte.openVorgang', async (tx, number: number) => {
  tx.protokoll({ objectKind: 'vorgang', objectId: newId(), payload: { number } });
  return Promise.resolve({});
});

const tamper = (sql: string, parameters: unknown[] = []) => superuser.query(sql, parameters);

/** The verdict over the database, and the one over an export of it that nobody needs our server for. */
async function verdicts(): Promise<(VerifiedProtokoll | undefined)[]> {
  const lines: string[] = [];
  const rows = streamProtokoll(bench.database, bench.mandantId);
  for await (const line of exportProtokoll(rows)) lines.push(line);
  const [database] = await verifyDatabase(bench.database, bench.checkpoints, keys);
  const [exported] = await verifyExport(each(lines), bench.checkpoints, keys);
  return [database, exported];
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* await Promise.resolve(lines);
}

async function rowsNow(): Promise<ProtokollRow[]> {
  const rows: ProtokollRow[] = [];
  for await (const row of streamProtokoll(bench.database, bench.mandantId)) rows.push(row);
  return rows;
}

/** Rewrites everything from `first` on, every hash right. */
async function recompute(first: number): Promise<void> {
  let previousHash: Buffer = GENESIS;
  for (const row of await rowsNow()) {
    const forged = { ...row, previousHash, actor: row.sequence >= BigInt(first) ? 'forger' : row.actor };
    previousHash = hashRow(forged);
    await tamper(`UPDATE protokoll SET actor = $2, previous_hash = $3, row_hash = $4 WHERE sequence = $1`, [
      forged.sequence,
      forged.actor,
      forged.previousHash,
      previousHash,
    ]);
  }
}

async function swap(): Promise<void> {
  await tamper(`UPDATE protokoll SET sequence = 99 WHERE sequence = 4`);
  await tamper(`UPDATE protokoll SET sequence = 4 WHERE sequence = 5`);
  await tamper(`UPDATE protokoll SET sequence = 5 WHERE sequence = 99`);
}

async function insert(): Promise<void> {
  await tamper(`UPDATE protokoll SET sequence = sequence + 100 WHERE sequence >= 4`);
  await tamper(`INSERT INTO protokoll SELECT mandant_id, 4, at, 'forger', action, object_kind, object_id, correlation_id,
                  commitment, previous_hash, row_hash FROM protokoll WHERE sequence = 104`);
  await tamper(`UPDATE protokoll SET sequence = sequence - 99 WHERE sequence >= 100`);
}

describe('the six manipulations', () => {
  it.each([
    ['a changed row', () => tamper(`UPDATE protokoll SET action = 'akte.closeZdA' WHERE sequence = 4`), 'changed', 4],
    ['a deleted row', () => tamper(`DELETE FROM protokoll WHERE sequence = 4`), 'missing', 4],
    ['two swapped rows', swap, 'changed', 4],
    ['an inserted row', insert, 'changed', 4],
    ['a cut-off tail', () => tamper(`DELETE FROM protokoll WHERE sequence > 7`), 'cutOff', 8],
    ['a chain computed anew', () => recompute(3), 'recomputed', 1],
  ])('F68 finds %s, in the database and in an export', async (_what, manipulate, kind, row) => {
    await manipulate();
    const found = await verdicts();
    expect(found.map((verdict) => verdict?.broken)).toMatchObject([
      { kind, row },
      { kind, row },
    ]);
    expect(found.map((verdict) => verdict && isProved(verdict))).toEqual([false, false]);
  });

  it('F68 finds a chain computed anew also where the checkpoints were written anew, but for the key', async () => {
    await recompute(3);
    const verifier = createProtokollVerifier(bench.mandantId);
    (await rowsNow()).forEach(verifier.add);
    const unsigned = verifier.checkpoint(new Date('2026-11-24T09:00:00Z'));
    const forged = signCheckpoint(unsigned, [makeSignerKey(originOf(bench.mandantId))]);
    for (const checkpoint of [unsigned, forged]) {
      const [name = ''] = await readdir(join(bench.checkpoints, bench.mandantId));
      await writeFile(join(bench.checkpoints, bench.mandantId, name), formatCheckpoint(checkpoint));
      const found = await verdicts();
      expect(found.map((verdict) => verdict?.broken)).toEqual([null, null]);
      expect(found.map((verdict) => verdict && isProved(verdict))).toEqual([false, false]);
    }
  });

  it('F68 proves what nobody has touched', async () => {
    const found = await verdicts();
    expect(found).toMatchObject([
      { rows: 11, broken: null, signatures: { signed: 1, early: 0, wrong: [] } },
      { rows: 11, broken: null, signatures: { signed: 1, early: 0, wrong: [] } },
    ]);
    expect(found.map((verdict) => verdict && isProved(verdict))).toEqual([true, true]);
    const [name = ''] = await readdir(join(bench.checkpoints, bench.mandantId));
    const note = await readFile(join(bench.checkpoints, bench.mandantId, name), 'utf8');
    expect(note).toMatch(/\n\n— laufmappe\/protokoll\/[0-9a-f-]{36} [A-Za-z0-9+/]{91}=\n$/);
  });
});
