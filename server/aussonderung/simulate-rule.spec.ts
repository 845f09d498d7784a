import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { idOf } from '../../test/support/records.js';
import { closedAt, event, setFrist, sperreOn } from '../../test/support/retention.js';
import { newId } from '../platform/ids.js';
import { fristenOf } from './aufbewahrung.queries.js';
import { effectiveFrist, fixFrist, type FristRule } from './aufbewahrungsfrist.js';
import { simulateRule, simulationInput } from './simulate-rule.js';

let bench: ActBench;

beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

async function simulate(kennzeichen: string, own: Partial<FristRule> & { below?: string } = {}, mandantId?: string) {
  const aktenplaneinheitId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', kennzeichen);
  const rule = { below: 'excluded', jahre: 10, counting: 'yearEnd', start: 'zdA', ...own };
  return bench.database.transaction(mandantId ?? bench.mandantId, (queries) =>
    simulateRule(queries, simulationInput.parse({ aktenplaneinheitId, ...rule }), bench.clock.today()),
  );
}

describe('simulateRule', () => {
  it('refuses a position of another Mandant', async () => {
    expect(await simulate('20.31.04', {}, newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('F116 says how many end earlier, later or as before, and changes nothing', async () => {
    const { vorgangId } = await closedAt(bench, '20.31.04');
    await closedAt(bench, '20.31.05');
    const [before] = await bench.sql(`SELECT * FROM vorgang WHERE id = $1`, [vorgangId]);
    expect(await simulate('20.31.04')).toMatchObject({
      vorgaenge: 1,
      unchanged: 1,
      earlier: 0,
      later: 0,
      examples: [],
    });
    expect(await simulate('20.31.04', { jahre: 6 })).toMatchObject({
      unchanged: 0,
      earlier: 1,
      later: 0,
      dueAtOnce: 0,
    });
    expect(await simulate('20.31.04', { jahre: null })).toMatchObject({
      later: 1,
      examples: [{ vorgangId, before: '2036-12-31', after: null }],
    });
    expect(await simulate('20.31', { below: 'included' })).toMatchObject({ vorgaenge: 2 });
    expect(await simulate('20.31')).toMatchObject({ vorgaenge: 0 });
    expect(await bench.sql(`SELECT * FROM vorgang WHERE id = $1`, [vorgangId])).toEqual([before]);
  });

  it('F116 names what could go at once, what would have to stay, and what a Sperre keeps anyway', async () => {
    const { vorgangId } = await closedAt(bench, '20.31.04');
    await sperreOn(bench, 'vorgang', vorgangId);
    bench.clock.advance(8 * 366 * 86_400_000);
    expect(await simulate('20.31.04', { jahre: 5 })).toMatchObject({ dueAtOnce: 1, noLongerDue: 0, held: 1 });
    bench.clock.advance(5 * 366 * 86_400_000);
    expect(await simulate('20.31.04', { jahre: 30 })).toMatchObject({ dueAtOnce: 0, noLongerDue: 1 });
  });

  it('F116 computes each Vorgang as the rule itself does, with every kind of own statement and event', async () => {
    const kennzeichen = '20.31.04';
    const statements = [
      {},
      { jahre: 3, shorteningReason: 'x und y' },
      { jahre: 40 },
      { jahre: 'unlimited' },
      { counting: 'dayExact', shorteningReason: 'x und y' },
      { start: 'event' },
      { start: 'event', jahre: 12, counting: 'dayExact' },
    ] as const;
    for (const statement of statements) {
      for (const onAkte of [false, true]) {
        for (const withEvent of [false, true]) {
          const { akteId, vorgangId } = await closedAt(bench, kennzeichen);
          const target = onAkte
            ? ({ objectKind: 'akte', id: akteId } as const)
            : ({ objectKind: 'vorgang', id: vorgangId } as const);
          done(await setFrist(bench, target.id, { objectKind: target.objectKind, ...statement }, 'ruth.lindqvist'));
          if (withEvent && 'start' in statement) {
            done(await event(bench, target.id, { objectKind: target.objectKind, day: '2025-02-28' }));
          }
        }
      }
    }
    const ids = (await bench.sql<{ id: string }>(`SELECT id FROM vorgang ORDER BY id`)).map(({ id }) => id);
    const rows = await bench.database.transaction(bench.mandantId, (queries) => fristenOf(queries, ids));
    for (const rule of [
      { jahre: 6, counting: 'yearEnd', start: 'zdA' },
      { jahre: 15, counting: 'dayExact', start: 'zdA' },
      { jahre: 2, counting: 'yearEnd', start: 'event' },
      { jahre: null, counting: 'yearEnd', start: 'zdA' },
    ] as const) {
      const ends = rows.map(({ akte, vorgang, event: day, zdaDate, aufbewahrungsende }) => ({
        before: aufbewahrungsende ?? 'never',
        after: fixFrist(effectiveFrist(rule, akte, vorgang), zdaDate ?? '', day).aufbewahrungsende ?? 'never',
      }));
      expect(await simulate(kennzeichen, rule)).toMatchObject({
        vorgaenge: ids.length,
        unchanged: ends.filter(({ before, after }) => before === after).length,
        earlier: ends.filter(({ before, after }) => after < before).length,
        later: ends.filter(({ before, after }) => after > before).length,
      });
    }
  });
});
