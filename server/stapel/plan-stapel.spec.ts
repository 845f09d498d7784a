import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe } from '../../test/support/records.js';
import { closable, counts, planned, shown, workOff } from '../../test/support/stapel.js';
import { newId } from '../platform/ids.js';
import { indexRecords } from '../search/index-records.js';
import { planStapel } from './plan-stapel.js';
import { loadPosten } from './stapel.views.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const opened = () => closable(bench);
const posten = (stapelId: string) =>
  bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadPosten(tx, stapelId, null, 0));

describe('planStapel', () => {
  it('refuses whoever may not run batches, and a batch without targets', async () => {
    expect(await planned(bench, 'tomasz.sliwa', 'closeZdA', [newId()])).toMatchObject({
      code: 'identity.notPermitted',
    });
    expect(await planned(bench, 'jana.petersen', 'closeZdA', [])).toMatchObject({ code: 'stapel.empty' });
  });

  it('refuses what the act does not ask for, and names what it does', async () => {
    const ids = [newId()];
    expect(await planned(bench, 'jana.petersen', 'discardDokument', ids)).toMatchObject({
      code: 'platform.invalidInput',
      message: { de: expect.stringContaining('input.reason') },
    });
    expect(await planned(bench, 'jana.petersen', 'closeZdA', ids, { version: 7 })).toMatchObject({
      code: 'platform.invalidInput',
    });
  });

  it('refuses a search that cannot be asked', async () => {
    const targets = { kind: 'search', query: '-alles' };
    const wish = { operation: 'closeZdA', input: {}, targets };
    expect(await bench.perform('jana.petersen', planStapel, wish)).toMatchObject({ code: 'search.onlyExcluded' });
  });

  it('F103 tries every target without effect and says which ones cannot, and why', async () => {
    const [free, busy] = [await opened(), await opened()];
    await createdAufgabe(bench, busy);
    const planned_ = await planned(bench, 'jana.petersen', 'closeZdA', [free, busy, newId(), free]);
    const { stapelId } = planned_ as { stapelId: string };
    expect(planned_).toMatchObject({ total: 3 });
    await workOff(bench);
    expect(await shown(bench, 'jana.petersen', stapelId)).toMatchObject({
      state: 'geprueft',
      counts: counts({ bereit: 1, abgelehnt: 2 }),
    });
    const found = (await posten(stapelId)) as { items: { rejection: { code: string; reasons: unknown[] } | null }[] };
    expect(found.items.map(({ rejection }) => rejection?.code ?? null)).toEqual([
      null,
      'akte.notClosable',
      'platform.notFound',
    ]);
    expect(await bench.sql(`SELECT state FROM vorgang WHERE id = ANY($1)`, [[free, busy]])).toEqual([
      { state: 'offen' },
      { state: 'offen' },
    ]);
    expect((await bench.protokoll(free)).map(({ action }) => action)).not.toContain('akte.closeZdA');
  });

  it('takes everything that a search finds, once and for all', async () => {
    const word = `Fassade${newId().slice(0, 8)}`;
    const ids = [await opened(), await opened()];
    await bench.sql(`UPDATE vorgang SET betreff = $2 WHERE id = ANY($1)`, [ids, word]);
    const index = async () => {
      while (Number(await bench.runner.transaction(bench.system, indexRecords)) > 0);
    };
    await index();
    const targets = { kind: 'search', query: word };
    const wish = { operation: 'closeZdA', input: {}, targets };
    const planned_ = (await bench.perform('jana.petersen', planStapel, wish)) as { stapelId: string; total: number };
    expect(planned_.total).toBe(2);
    await bench.sql(`UPDATE vorgang SET betreff = $2 WHERE id = $1`, [await opened(), word]);
    await index();
    const found = (await posten(planned_.stapelId)) as { items: { targetId: string }[] };
    expect(found.items.map(({ targetId }) => targetId).sort()).toEqual([...ids].sort());
  });

  it('belongs to whoever planned it: nobody else sees it, or what is in it', async () => {
    const { stapelId } = (await planned(bench, 'jana.petersen', 'closeZdA', [await opened()])) as { stapelId: string };
    expect(await shown(bench, 'helga.brandt', stapelId)).toMatchObject({ code: 'platform.notFound' });
  });
});
