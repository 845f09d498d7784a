import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { listOf } from '../../test/support/aufgaben-lists.js';
import { arrangeAufgaben } from './arrange-aufgaben.js';
import { FIRST_LAYOUT } from './aufgaben-layout.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const arranged = { order: 'betrag', facts: ['betrag', 'seit'], wiedervorlage: 'erinnern' } as const;

describe('arrangeAufgaben', () => {
  it('F33 refuses an order and facts that there are not, and keeps what was', async () => {
    for (const wrong of [{ order: 'farbe' }, { facts: ['betrag', 'laune'] }, { wiedervorlage: 'nie' }]) {
      const refused = await bench.perform('deniz.aydin', arrangeAufgaben, { ...arranged, ...wrong });
      expect(refused).toMatchObject({ code: 'platform.invalidInput' });
    }
    expect((await listOf(bench, 'deniz.aydin')).layout).toEqual(FIRST_LAYOUT);
  });

  it('F33 F109 keeps it for the person alone, on the server, and answers what was before', async () => {
    expect(await bench.perform('jana.petersen', arrangeAufgaben, arranged)).toEqual({ before: FIRST_LAYOUT });
    expect((await listOf(bench, 'jana.petersen', 'gruppe')).layout).toEqual(arranged);
    expect((await listOf(bench, 'tomasz.sliwa')).layout).toEqual(FIRST_LAYOUT);
    expect(await bench.perform('jana.petersen', arrangeAufgaben, FIRST_LAYOUT)).toEqual({ before: arranged });
  });

  it('leaves nothing in the Protokoll about how somebody works', async () => {
    await bench.perform('helga.brandt', arrangeAufgaben, arranged);
    expect(await bench.protokoll(bench.personId('helga.brandt'))).toEqual([]);
  });

  it('F109 begins anew where a kept layout is not understood any more', async () => {
    await bench.perform('ines.vogt', arrangeAufgaben, arranged);
    await bench.sql(`UPDATE aufgaben_layout SET layout = '{"order": "farbe"}' WHERE person_id = $1`, [
      bench.personId('ines.vogt'),
    ]);
    expect((await listOf(bench, 'ines.vogt')).layout).toEqual(FIRST_LAYOUT);
  });
});
