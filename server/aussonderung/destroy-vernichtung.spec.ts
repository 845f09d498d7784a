import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { agedStore } from '../../test/support/aged-store.js';
import { connected } from '../../test/support/replay.js';
import { closedAt, sperreOn } from '../../test/support/retention.js';
import { createdAufgabe } from '../../test/support/records.js';
import { destroyAll, ELEVEN_YEARS, released, step, toDestroy } from '../../test/support/vernichtung.js';
import { createProtokollVerifier } from '../protokoll/verify-protokoll.js';
import { streamProtokoll } from '../protokoll/protokoll.store.js';
import { newId } from '../platform/ids.js';

let bench: ActBench;

beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const SECRET = 'Zahnbehandlung von Frau Muster';
/** The proof, the rows of the chain, and work that waits or is done, which names a record by its id alone. */
const STAYS = ['vernichtung_item', 'vernichtung_object', 'protokoll', 'outbox', 'search_queue'];

const countOf = async (table: string) =>
  (await bench.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;
const destroy = (vorgangId: string, today = bench.clock.today()) =>
  bench.sql(`SELECT destroy_vorgang($1, $2)`, [vorgangId, today]);
const hashesOf = async (vorgangId: string) =>
  (
    await bench.sql<{ sha256: string }>(
      `SELECT s.sha256 FROM dokument_version s JOIN dokument d ON d.id = s.dokument_id WHERE d.vorgang_id = $1`,
      [vorgangId],
    )
  ).map(({ sha256 }) => sha256);

/** Tables of the database in which some row holds the text. */
async function tablesWith(text: string): Promise<string[]> {
  return connected(bench.urls.ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'engine') ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const sql = `SELECT EXISTS (SELECT FROM ${name} t WHERE position($1 IN t::text) > 0) AS is`;
      if ((await client.query<{ is: boolean }>(sql, [text])).rows[0]?.is) found.push(name);
    }
    return found;
  });
}

describe('destroyVernichtung', () => {
  it('refuses in the database itself what was not released by two people, and what is not due', async () => {
    const { vorgangId } = await toDestroy(bench);
    bench.clock.advance(ELEVEN_YEARS);
    await expect(destroy(vorgangId)).rejects.toMatchObject({ code: '23001' });
    await released(bench, [vorgangId]);
    await expect(destroy(vorgangId, '2036-12-31')).rejects.toMatchObject({ code: '23001' });
    await expect(destroy(newId())).rejects.toMatchObject({ code: '23001' });
    await sperreOn(bench, 'vorgang', vorgangId);
    await expect(destroy(vorgangId)).rejects.toMatchObject({ code: '23001' });
    expect(await countOf('vorgang')).toBe(1);
  });

  it.each(['vorgang', 'dokument', 'aufgabe', 'eingang', 'zeichnung', 'vernichtung', 'loeschnachweis'])(
    'refuses the application every other way to remove a row of %s',
    async (table) => {
      await expect(bench.sql(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('F79 leaves nothing of the content in any table, and every other Vorgang as it was', async () => {
    const gone = await toDestroy(bench, [SECRET]);
    await bench.sql(`UPDATE vorgang SET betreff = $2 WHERE id = $1`, [gone.vorgangId, SECRET]);
    const stays = await closedAt(bench);
    await createdAufgabe(bench, gone.vorgangId, { titel: { de: SECRET, en: SECRET } });
    await bench.sql(`UPDATE outbox SET payload = '{}'`);
    expect(await tablesWith(SECRET)).toEqual(['aufgabe', 'dokument', 'protokoll_payload', 'vorgang']);
    bench.clock.advance(ELEVEN_YEARS);
    await released(bench, [gone.vorgangId]);
    await destroyAll(bench);
    expect(await tablesWith(SECRET)).toEqual([]);
    expect((await tablesWith(gone.vorgangId)).filter((table) => !STAYS.includes(table))).toEqual([]);
    expect(await bench.sql(`SELECT id FROM vorgang`)).toEqual([{ id: stays.vorgangId }]);
    expect(await countOf('dokument_version')).toBe(1);
  });

  it('F79 keeps the chain of the Protokoll whole, and counts what was erased', async () => {
    const { vorgangId } = await toDestroy(bench, ['eins', 'zwei']);
    bench.clock.advance(ELEVEN_YEARS);
    await released(bench, [vorgangId]);
    await destroyAll(bench);
    const verifier = createProtokollVerifier(bench.mandantId);
    for await (const row of streamProtokoll(bench.database, bench.mandantId)) verifier.add(row);
    const { broken, erased } = verifier.verdict();
    expect(broken).toBeNull();
    expect(erased).toBeGreaterThan(3);
    expect((await bench.protokoll(vorgangId)).map(({ action }) => action)).toEqual(['aussonderung.destroyVernichtung']);
  });

  it('F79 removes bytes that nobody else has, and leaves those that another Vorgang refers to', async () => {
    const gone = await toDestroy(bench, ['only here', 'in both']);
    const stays = await toDestroy(bench, ['in both']);
    const [both = ''] = await hashesOf(stays.vorgangId);
    const only = (await hashesOf(gone.vorgangId)).find((hash) => hash !== both) ?? '';
    bench.clock.advance(ELEVEN_YEARS);
    await released(bench, [gone.vorgangId]);
    await destroyAll(bench);
    expect(await bench.objects.stat(only)).toBeUndefined();
    expect(await bench.objects.verify(both)).toBe('intact');
    expect(await bench.sql(`SELECT object_hash AS hash, outcome FROM vernichtung_object ORDER BY outcome`)).toEqual([
      { hash: only, outcome: 'removed' },
      { hash: both, outcome: 'shared' },
    ]);
  });

  it('F79 waits with bytes that were stored again a moment ago, and with bytes that the storage holds says until when', async () => {
    const { vorgangId } = await toDestroy(bench, ['stored just now']);
    bench.clock.advance(ELEVEN_YEARS);
    await released(bench, [vorgangId]);
    expect(await step(bench, bench.objects)).toBe(true); // the rows
    expect(await step(bench, bench.objects)).toMatchObject({ code: 'aussonderung.bytesInUse' });
    expect(await countOf('loeschnachweis')).toBe(0);
    const until = new Date('2099-01-01T00:00:00Z');
    const holding = {
      ...bench.objects,
      remove: () => Promise.resolve('kept' as const),
      protection: () => Promise.resolve({ held: false, until }),
    };
    expect(await step(bench, holding)).toBe(true);
    expect(await bench.sql(`SELECT outcome, locked_until AS until FROM vernichtung_object`)).toEqual([
      { outcome: 'locked', until },
    ]);
    expect(await countOf('loeschnachweis')).toBe(2);
  });

  it('F80 leaves a Vorgang that came under a Sperre after the release, with its reason, and destroys the others', async () => {
    const [held, free] = [await toDestroy(bench, ['held']), await toDestroy(bench, ['free'])];
    bench.clock.advance(ELEVEN_YEARS);
    await released(bench, [held.vorgangId, free.vorgangId]);
    await sperreOn(bench, 'dokument', held.dokumentIds[0] ?? '', 'Ermittlung');
    await destroyAll(bench);
    expect(await bench.sql(`SELECT id FROM vorgang`)).toEqual([{ id: held.vorgangId }]);
    expect(await bench.sql(`SELECT state, exclusion_reason AS reason FROM vernichtung_item ORDER BY state`)).toEqual([
      { state: 'destroyed', reason: null },
      { state: 'excluded', reason: expect.stringContaining('Ermittlung') as unknown },
    ]);
  });

  it('F79 goes on after being killed at any step, and ends once', async () => {
    const vorgaenge = [await toDestroy(bench, ['a', 'b']), await toDestroy(bench, ['c'])];
    bench.clock.advance(ELEVEN_YEARS);
    await released(
      bench,
      vorgaenge.map(({ vorgangId }) => vorgangId),
    );
    const dying = {
      ...agedStore(bench.objects),
      // The bytes are gone, and the server with it, before the transaction could say so.
      remove: async (sha256: string) => {
        await bench.objects.remove(sha256, 0);
        throw new Error('killed');
      },
    };
    let killed = 0;
    do await step(bench, dying).catch(() => (killed += 1));
    while ((await step(bench)) !== false);
    expect(killed).toBeGreaterThan(0);
    expect(await countOf('vorgang')).toBe(0);
    expect(await countOf('loeschnachweis')).toBe(2);
    expect(await bench.sql(`SELECT state FROM vernichtung`)).toEqual([{ state: 'done' }]);
    expect(await bench.sql(`SELECT DISTINCT outcome FROM vernichtung_object`)).toEqual([{ outcome: 'removed' }]);
    expect(await countOf('vernichtung_object')).toBe(3);
  });
});
