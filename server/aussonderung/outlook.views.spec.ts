import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedAt, setFrist, sperreOn } from '../../test/support/retention.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { isRejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { loadOutlook, loadOutlookPage } from './outlook.views.js';
import { readOutlookQuestion } from './outlook-question.js';

let bench: ActBench;

const outlook = (mandantId = bench.mandantId) =>
  bench.database.transaction(mandantId, (queries) => loadOutlook(queries, bench.clock.today()));

async function page(query: Record<string, string>, mandantId = bench.mandantId) {
  const question = readOutlookQuestion(query);
  if (isRejection(question)) throw new Error(question.message.en);
  return bench.database.transaction(mandantId, (queries) => loadOutlookPage(queries, question, bench.clock.today()));
}

/** Closed Vorgaenge with made-up last days, straight into the table: what acts do is tested elsewhere. */
async function generate(rows: number): Promise<void> {
  const { akteId } = await openedVorgang(bench);
  await bench.sql(
    `INSERT INTO vorgang (id, mandant_id, akte_id, aktenzeichen, betreff, state, laufzeit_beginn, zda_date, fristbeginn,
                          aufbewahrung_jahre, counting, start, plan_jahre, plan_counting, plan_start, aussonderungsart,
                          aufbewahrungsende)
     SELECT gen_random_uuid(), $1, $2, 'G' || n, 'Vorgang ' || n, 'zdA', '2026-01-01', '2026-01-01', '2026-01-01', 10,
            'yearEnd', 'zdA', 10, 'yearEnd', 'zdA', 'V', date '2040-01-01' + (n % 400)
       FROM generate_series(1, $3) n`,
    [bench.mandantId, akteId, rows],
  );
}

describe('readOutlookQuestion', () => {
  it.each([
    ['no period', {}, 'period'],
    ['the year 0', { period: '0000' }, 'period'],
    ['month 13', { period: '2036-13' }, 'period'],
    ['a day', { period: '2036-01-01' }, 'period'],
    ['an injection', { period: `2036' OR 1=1` }, 'period'],
    ['two periods', { period: ['2036', '2037'] as never }, 'period'],
    ['a position of 10,000 characters', { period: '2036', einheit: '1'.repeat(10_000) }, 'einheit'],
    ['a cursor without an id', { period: '2036', after: '2036-01-01' }, 'after'],
    ['a cursor at 30 February', { period: '2036', after: `2036-02-30 ${newId()}` }, 'after'],
  ])('refuses %s', (_what, query, fields) => {
    expect(readOutlookQuestion(query)).toMatchObject({
      code: 'platform.invalidInput',
      message: { de: expect.stringContaining(fields) as unknown },
    });
  });

  it('reads a leap month to its last day', () => {
    expect(readOutlookQuestion({ period: '2028-02' })).toMatchObject({
      period: { from: '2028-02-01', until: '2028-02-29' },
    });
  });
});

describe('the outlook', () => {
  beforeEach(async () => {
    bench = await openActBench();
  });
  afterEach(() => bench.close());

  it('shows nothing of another Mandant', async () => {
    await closedAt(bench);
    expect(await outlook(newId())).toMatchObject({ years: [], unlimited: 0, awaitingEvent: 0, open: 0 });
    expect(await page({ period: '2036' }, newId())).toEqual({ months: [], einheiten: [], rows: [], after: null });
  });

  it('F116 counts by year and Aussonderungsart, and tells apart what never comes', async () => {
    await closedAt(bench, '20.31.05'); // A, 10 years
    const { vorgangId } = await closedAt(bench, '20.31.04'); // V, 10 years
    await closedAt(bench, '10.02.01'); // unbefristet
    const awaiting = await closedAt(bench, '32.11.01');
    done(await setFrist(bench, awaiting.vorgangId, { start: 'event' }));
    await openedVorgang(bench);
    await sperreOn(bench, 'vorgang', vorgangId);
    expect(await outlook()).toEqual({
      today: '2026-11-24',
      years: [{ period: '2036', total: 2, A: 1, B: 0, V: 1, held: 1 }],
      unlimited: 1,
      awaitingEvent: 1,
      open: 1,
    });
  });

  it('F116 names basis, last day, Sperre and next step of each Vorgang', async () => {
    const { akteId, vorgangId } = await closedAt(bench, '20.31.04');
    done(await setFrist(bench, akteId, { objectKind: 'akte', jahre: 12 }));
    await sperreOn(bench, 'akte', akteId, 'Klage');
    const { rows } = await page({ period: '2038-12' });
    expect(rows).toMatchObject([
      {
        vorgangId,
        einheit: '20.31.04 Bewirtschaftung der Liegenschaften',
        aufbewahrungsende: '2038-12-31',
        aussonderungsart: 'V',
        basis: { de: '12 Jahre ab Ende des Jahres der z. d. A.-Verfügung (Festlegung an der Akte)' },
        sperren: [{ de: 'Sperre auf der Akte seit 24.11.2026: Klage' }],
        next: { de: 'Aufbewahren bis 31.12.2038, dann vernichten' },
      },
    ]);
    bench.clock.advance(13 * 366 * 86_400_000);
    expect((await page({ period: '2038' })).rows[0]?.next.de).toBe('Sperre klären, dann vernichten');
  });

  it('F116 finds a position with all below it, and no other that begins alike', async () => {
    await closedAt(bench, '20.31.04');
    await closedAt(bench, '20.31.05');
    const found = async (einheit: string) => (await page({ period: '2036', einheit })).rows.length;
    expect(await Promise.all(['20', '20.31', '20.31.04', '20.3', '2', '99'].map(found))).toEqual([2, 2, 1, 0, 0, 0]);
  });

  it('F116 walks through a year page by page: every Vorgang once, in the order of their last days', async () => {
    await generate(500);
    const seen: { aufbewahrungsende: string; vorgangId: string }[] = [];
    let after: string | null = null;
    do {
      const shown: Awaited<ReturnType<typeof page>> = await page({ period: '2040', ...(after ? { after } : {}) });
      expect(shown.rows.length).toBeLessThanOrEqual(50);
      seen.push(...shown.rows);
      after = shown.after;
    } while (after !== null);
    expect(new Set(seen.map(({ vorgangId }) => vorgangId)).size).toBe(seen.length);
    const [counted] = (await outlook()).years.filter(({ period }) => period === '2040');
    expect(seen).toHaveLength(counted?.total ?? 0);
    const days = seen.map(({ aufbewahrungsende }) => aufbewahrungsende);
    expect(days).toEqual([...days].sort());
    const { months } = await page({ period: '2040' });
    expect(months.reduce((sum, { total }) => sum + total, 0)).toBe(seen.length);
  });
});
