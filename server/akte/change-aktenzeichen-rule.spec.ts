import { addedEinheit } from '../../test/support/aktenplan.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import type { AktenzeichenGaps } from '../contract/akte-views.js';
import { loadAktenzeichen, loadGaps, previewRule } from './aktenzeichen.views.js';
import { changeAktenzeichenRule } from './change-aktenzeichen-rule.js';
import { openAkte } from './open-akte.js';

let bench: ActBench;

beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const RULE = { akte: '{jahr}/{position}/{nummer:3}', teilakte: '{akte} T{nummer}', vorgang: '{akte}-{nummer}' };
const change = (own: object = {}, login = 'helga.brandt') =>
  bench.perform(login, changeAktenzeichenRule, { nummer: 0, ...RULE, ...own });
const open = async (einheitId: string) =>
  done(await bench.run(openAkte, { einheitId, betreff: 'Kreishaus', federfuehrungId: null }));
const gaps = async (einheitId: string): Promise<AktenzeichenGaps['years']> =>
  done(await bench.runner.transaction(bench.system, (tx) => loadGaps(tx, einheitId))).years;

describe('changeAktenzeichenRule', () => {
  it('refuses whoever is not of the Registratur', async () => {
    expect(await change({}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses a rule that makes no unambiguous Aktenzeichen, with every reason', async () => {
    expect(await change({ akte: '{nummer}{jahr}', vorgang: '{nummer}' })).toMatchObject({
      code: 'akte.ruleRefused',
      reasons: [
        { code: 'akte.ruleOnce' },
        { code: 'akte.ruleDivider' },
        { code: 'akte.ruleOnce' },
        { code: 'akte.ruleBeginning' },
      ],
    });
  });

  it('refuses control characters, and a rule that somebody else has changed meanwhile', async () => {
    expect(await change({ akte: '{position}-{nummer}\u202e' })).toMatchObject({ code: 'platform.invalidInput' });
    expect(await change()).toEqual({ nummer: 1 });
    expect(await change()).toMatchObject({ code: 'platform.stale' });
  });

  it('F2 shows what a rule would give before it holds, and makes new Aktenzeichen by it afterwards', async () => {
    const { einheitId, kennzeichen } = await addedEinheit(bench);
    const before = await open(einheitId);
    const preview = await bench.runner.transaction(bench.system, (tx) => previewRule(tx, RULE, '2026-11-24'));
    expect(preview).toMatchObject({ faults: [], examples: { akte: expect.stringMatching(/^2026\/.+\/018$/) } });
    done(await change());
    expect([before.aktenzeichen, (await open(einheitId)).aktenzeichen]).toEqual([
      `${kennzeichen}-0001/2026`,
      `2026/${kennzeichen}/002`,
    ]);
    const shown = await bench.runner.transaction(bench.system, (tx) => loadAktenzeichen(tx, '2026-11-24'));
    expect(shown).toMatchObject({ nummer: 1, rule: RULE, since: { by: 'Helga Brandt' } });
  });

  it('F2 passes over what was given under an earlier rule, and says so in the list of gaps', async () => {
    const { einheitId, kennzeichen } = await addedEinheit(bench);
    done(await change({ akte: '{position}-{nummer}' }));
    const first = await open(einheitId);
    done(await change({ nummer: 1, akte: '{position}-{nummer}/{jahr}' }));
    await open(einheitId);
    done(await change({ nummer: 2, akte: '{position}-{nummer}' }));
    await bench.sql(`UPDATE aktenzeichen_counter SET last = 0 WHERE year = 0 AND aktenplaneinheit_id = $1`, [
      einheitId,
    ]);
    const again = await open(einheitId);
    expect([first.aktenzeichen, again.aktenzeichen]).toEqual([`${kennzeichen}-1`, `${kennzeichen}-2`]);
    expect(await gaps(einheitId)).toMatchObject([
      { year: 2026, last: 1, missing: 0 },
      { year: 0, last: 2, missing: 0 },
    ]);
  });

  it('F2 never gives a number again after its Akte is gone, and explains the gap with day and person', async () => {
    const { einheitId, kennzeichen } = await addedEinheit(bench);
    const opening = { einheitId, betreff: 'Irrtum', federfuehrungId: null };
    const { akteId } = done(await bench.perform('helga.brandt', openAkte, opening));
    const owner = bench.urls.ownerUrl;
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: owner });
    await client.connect();
    await client.query(`DELETE FROM akte WHERE id = $1`, [akteId]);
    await client.end();
    expect((await open(einheitId)).aktenzeichen).toBe(`${kennzeichen}-0002/2026`);
    expect(await gaps(einheitId)).toMatchObject([
      {
        ...{ year: 2026, last: 2, missing: 1 },
        gaps: [
          {
            ...{ nummer: 1, aktenzeichen: `${kennzeichen}-0001/2026`, why: 'deleted' },
            de: expect.stringMatching(
              /^Gelöscht am \d\d\.\d\d\.\d{4}, letzter Eintrag im Protokoll von Helga Brandt\.$/,
            ),
          },
        ],
      },
    ]);
  });
});
