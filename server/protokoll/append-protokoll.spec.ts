import pg from 'pg';
import { openWorkbench, type Workbench } from '../../test/support/workbench.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import type { ProtokollInput } from '../platform/transaction.js';
import { readProtokoll, streamProtokoll } from './protokoll.store.js';
import { createProtokollVerifier } from './verify-protokoll.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const record = systemAct('akte.openVorgang', async (tx, entries: readonly ProtokollInput[]) => {
  entries.forEach((entry) => tx.protokoll(entry));
  return Promise.resolve({});
});

const entry = (payload: Record<string, unknown> = {}, objectId = newId()): ProtokollInput => ({
  objectKind: 'vorgang',
  objectId,
  payload,
});

async function verdict() {
  const verifier = createProtokollVerifier(bench.mandantId);
  for await (const row of streamProtokoll(bench.database, bench.mandantId, 0, 100)) verifier.add(row);
  return verifier.verdict();
}

async function asRole(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SELECT set_config('laufmappe.mandant_id', $1, false)`, [bench.mandantId]);
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

describe('appendProtokoll', () => {
  it.each([
    `UPDATE protokoll SET actor = 'x'`,
    `DELETE FROM protokoll`,
    `TRUNCATE protokoll CASCADE`,
    `UPDATE protokoll_payload SET payload = '{}'`,
    `DELETE FROM protokoll_payload`,
  ])('leaves the application no right to %s', async (sql) => {
    await expect(asRole(bench.urls.applicationUrl, sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    `UPDATE protokoll SET actor = 'x'`,
    `DELETE FROM protokoll`,
    `TRUNCATE protokoll CASCADE`,
    `UPDATE protokoll_payload SET payload = '{}'`,
    `DELETE FROM protokoll_payload`,
    `TRUNCATE protokoll_payload`,
  ])('stops even the owner of the table at %s', async (sql) => {
    await expect(asRole(bench.urls.ownerUrl, sql)).rejects.toThrow('append-only');
  });

  it('gives a gapless chain when 50 write at once', async () => {
    const before = (await verdict()).rows;
    await Promise.all(
      Array.from({ length: 50 }, (_, writer) =>
        bench.runner.run(bench.system, record, [entry({ writer, row: 1 }), entry({ writer, row: 2 })]),
      ),
    );
    expect(await verdict()).toMatchObject({ rows: before + 100, broken: null });
  });

  it('leaves no gap where a transaction was rolled back', async () => {
    const before = (await verdict()).rows;
    const failing = systemAct('akte.openVorgang', async (tx, _input: object) => {
      tx.protokoll(entry());
      await tx.query('SELECT 1 / 0');
      return {};
    });
    await expect(bench.runner.run(bench.system, failing, {})).rejects.toThrow('division by zero');
    await bench.runner.run(bench.system, record, [entry()]);
    expect(await verdict()).toMatchObject({ rows: before + 1, broken: null });
  });

  it('writes more rows in one transaction than one statement has parameters for', async () => {
    const before = (await verdict()).rows;
    const entries = Array.from({ length: 6_500 }, (_, number) => entry({ number }));
    await bench.runner.run(bench.system, record, entries);
    expect(await verdict()).toMatchObject({ rows: before + entries.length, broken: null });
  });

  it('keeps the chain whole over ids in upper case and payloads that PostgreSQL would refuse or change', async () => {
    const id = newId();
    await bench.runner.run({ ...bench.system, correlationId: newId().toUpperCase() }, record, [
      entry(
        {
          subject: 'NUL \0 and half a pair \ud83d',
          at: new Date(0),
          numbers: [1e21, 1e-7, 0.1 + 0.2, -0, 5e-324, Number.MAX_SAFE_INTEGER],
          nothing: undefined,
          nested: { ß: ['Ṟaḵīmov', { '': null }] },
        },
        id.toUpperCase(),
      ),
    ]);
    expect((await verdict()).broken).toBeNull();
    const [row] = await bench.database.transaction(bench.mandantId, async (queries) => {
      const rows = await readProtokoll(queries, bench.mandantId, 0, 100_000);
      return rows.filter(({ objectId }) => objectId === id);
    });
    expect(row?.content?.payload).toMatchObject({ subject: 'NUL \uFFFD and half a pair \uFFFD' });
  });

  it('keeps one chain per Mandant, each from 1', async () => {
    const other = newId();
    await asRole(
      bench.urls.administratorUrl,
      `INSERT INTO mandant (mandant_id, name, kind, behoerdenschluessel, created_at)
       VALUES ('${other}', 'Nachbarkreis', 'productive', '99011', now())`,
    );
    await bench.runner.run({ ...bench.system, mandantId: other }, record, [entry(), entry()]);
    const rows = await bench.database.transaction(other, (queries) => readProtokoll(queries, other, 0, 10));
    expect(rows.map(({ sequence }) => sequence)).toEqual([1n, 2n]);
    // Row-level security: within one Mandant the other one's rows do not exist, whatever is asked for.
    const seen = await bench.database.transaction(bench.mandantId, (queries) => readProtokoll(queries, other, 0, 10));
    expect(seen).toEqual([]);
  });
});
