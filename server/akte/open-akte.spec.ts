import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { idOf, POSITION } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { openAkte } from './open-akte.js';

let bench: ActBench;
let federfuehrungId: string;

beforeAll(async () => {
  bench = await openActBench();
  federfuehrungId = await idOf(bench, 'unit', 'code', '20.31');
});
afterAll(() => bench.close());

const einheit = (kennzeichen: string) => idOf(bench, 'aktenplaneinheit', 'kennzeichen', kennzeichen);

async function open(kennzeichen: string, betreff = 'Kreishaus'): Promise<{ akteId: string; aktenzeichen: string }> {
  return done(await bench.run(openAkte, { einheitId: await einheit(kennzeichen), betreff, federfuehrungId }));
}

describe('openAkte', () => {
  it('refuses an unknown position of the Aktenplan', async () => {
    const answer = await bench.run(openAkte, { einheitId: newId(), betreff: 'Kreishaus', federfuehrungId });
    expect(answer).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses the position of another Mandant', async () => {
    const input = { einheitId: await einheit(POSITION), betreff: 'Kreishaus', federfuehrungId };
    const stranger = { mandantId: newId(), actor: { kind: 'system', name: 'test' } } as const;
    expect(await bench.runner.run(stranger, openAkte, input)).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses whoever may not open records', async () => {
    const input = { einheitId: await einheit(POSITION), betreff: 'Kreishaus', federfuehrungId };
    expect(await bench.perform('tomasz.sliwa', openAkte, input)).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('F1 refuses a position with others below it, with every reason', async () => {
    const input = { einheitId: await einheit('20.31'), betreff: 'Kreishaus', federfuehrungId };
    expect(await bench.perform('jana.petersen', openAkte, input)).toMatchObject({
      code: 'aktenplan.takesNoAkten',
      reasons: [{ code: 'aktenplan.notLeaf' }],
    });
  });

  it.each([
    [{ betreff: '' }, 'platform.invalidInput'],
    [{ betreff: 'Kreis\u202ehaus' }, 'platform.invalidInput'],
    [{ medium: 'papier' }, 'akte.standortMissing'],
    [{ federfuehrungId: newId() }, 'platform.notFound'],
  ])('refuses %j, and takes no number for it', async (own, code) => {
    const einheitId = await einheit('32.21.02');
    const input = { einheitId, betreff: 'Kreishaus', federfuehrungId, ...own };
    expect(await bench.perform('jana.petersen', openAkte, input)).toMatchObject({ code });
    const given = await bench.sql(`SELECT 1 FROM aktenzeichen_given WHERE aktenplaneinheit_id = $1`, [einheitId]);
    expect(given).toEqual([]);
  });

  it('F3 opens it for a person, in the hands of the unit that the position belongs to', async () => {
    const input = { einheitId: await einheit('20.21.02'), betreff: 'Mahnungen', federfuehrungId: null };
    const { akteId } = done(await bench.perform('jana.petersen', openAkte, input));
    const [row] = await bench.sql(
      `SELECT u.code, a.level, a.medium FROM akte a JOIN unit u ON u.id = a.federfuehrung_id WHERE a.id = $1`,
      [akteId],
    );
    expect(row).toEqual({ code: '20.21', level: 1, medium: 'elektronisch' });
  });

  it('gives a number back that was given to an Akte which then was rolled back', async () => {
    const before = await open('20.31.04');
    const input = { einheitId: await einheit('20.31.04'), betreff: 'Irrtum', federfuehrungId };
    const failing = bench.runner.transaction(bench.system, async (tx) => {
      await openAkte(tx, input);
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    expect([before.aktenzeichen, (await open('20.31.04')).aktenzeichen]).toEqual([
      '20.31.04-0001/2026',
      '20.31.04-0002/2026',
    ]);
  });

  it('gives the next Aktenzeichen of the position and the year', async () => {
    const first = await open(POSITION);
    expect([first.aktenzeichen, (await open(POSITION)).aktenzeichen]).toEqual([
      '20.31.05-0001/2026',
      '20.31.05-0002/2026',
    ]);
    expect(await bench.protokoll(first.akteId)).toMatchObject([
      { action: 'akte.openAkte', payload: { aktenzeichen: '20.31.05-0001/2026', betreff: 'Kreishaus' } },
    ]);
  });

  it('F2 gives fifty that are opened at once fifty numbers without a gap', async () => {
    const opened = await Promise.all(Array.from({ length: 50 }, () => open('32.11.02')));
    const expected = Array.from({ length: 50 }, (_, index) => `32.11.02-${String(index + 1).padStart(4, '0')}/2026`);
    expect(opened.map(({ aktenzeichen }) => aktenzeichen).sort()).toEqual(expected);
  });

  it('counts anew in the new year, which begins at midnight in Berlin', async () => {
    const own = await openActBench();
    try {
      own.clock.advance(Date.parse('2026-12-31T22:59:59Z') - own.clock.now().getTime());
      const input = {
        einheitId: await idOf(own, 'aktenplaneinheit', 'kennzeichen', POSITION),
        federfuehrungId: await idOf(own, 'unit', 'code', '20.31'),
        betreff: 'Kreishaus',
      };
      const late = done(await own.run(openAkte, input));
      own.clock.advance(1_000);
      const early = done(await own.run(openAkte, input));
      expect([late.aktenzeichen, early.aktenzeichen]).toEqual(['20.31.05-0001/2026', '20.31.05-0001/2027']);
    } finally {
      await own.close();
    }
  });
});
