import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { addedDokument, idOf, openedVorgang, POSITION } from '../../test/support/records.js';
import { connected } from '../../test/support/replay.js';
import { close, closedAt, fristAt, setFrist } from '../../test/support/retention.js';
import { newId } from '../platform/ids.js';
import { aufbewahrungsende } from './retention.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const bidi = `verl${String.fromCodePoint(0x202e)}ngert`;

describe('setAufbewahrungsfrist', () => {
  it.each(['jana.petersen', 'amir.rakimov', 'kim.okafor'])('refuses %s without the permission', async (login) => {
    const { vorgangId } = await closedAt(bench);
    expect(await setFrist(bench, vorgangId, { jahre: 30 }, login)).toMatchObject({ code: 'identity.notPermitted' });
    expect((await fristAt(bench, vorgangId)).jahre).toBe(10);
  });

  it('refuses what is not there', async () => {
    for (const objectKind of ['aktenplaneinheit', 'akte', 'vorgang'] as const) {
      expect(await setFrist(bench, newId(), { objectKind })).toMatchObject({ code: 'platform.notFound' });
    }
  });

  it.each([
    ['half a year', { jahre: 0.5 }, 'jahre'],
    ['131 years', { jahre: 131 }, 'jahre'],
    ['a year before none', { jahre: -1 }, 'jahre'],
    ['a counting that nobody knows', { counting: 'monthEnd' as never }, 'counting'],
    ['no reason', { reason: '  ' }, 'reason'],
    ['a reason that turns its direction', { reason: bidi }, 'reason'],
    ['a reason with a bell', { reason: 'weil\u0007' }, 'reason'],
    ['a reason of 10,000 characters', { reason: 'x'.repeat(10_000) }, 'reason'],
  ])('refuses %s and names the field', async (_what, own, field) => {
    const { vorgangId } = await closedAt(bench);
    expect(await setFrist(bench, vorgangId, { jahre: 30, ...own })).toMatchObject({
      code: 'platform.invalidInput',
      message: { de: expect.stringContaining(field) as unknown },
    });
    expect((await fristAt(bench, vorgangId)).jahre).toBe(10);
  });

  it('refuses years at a position: they stand in the Aktenplan', async () => {
    const objectId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', POSITION);
    expect(await setFrist(bench, objectId, { objectKind: 'aktenplaneinheit', jahre: 30 })).toMatchObject({
      code: 'aussonderung.yearsOfPlan',
    });
  });

  it('F73 refuses a period below the Aktenplan without a reason of its own, and without the right for it', async () => {
    const { vorgangId } = await closedAt(bench);
    expect(await setFrist(bench, vorgangId, { jahre: 9 })).toMatchObject({
      code: 'aussonderung.shorteningUnexplained',
    });
    const shorteningReason = '§ 147 Abs. 3 AO in neuer Fassung';
    expect(await setFrist(bench, vorgangId, { jahre: 9, shorteningReason })).toMatchObject({
      code: 'identity.notPermitted',
      message: { de: expect.stringContaining('aussonderung.shortenFrist') as unknown },
    });
    expect((await fristAt(bench, vorgangId)).ende).toBe('2036-12-31');
    done(await setFrist(bench, vorgangId, { jahre: 9, shorteningReason }, 'ruth.lindqvist'));
    expect((await fristAt(bench, vorgangId)).ende).toBe('2035-12-31');
  });

  it('refuses to shorten through the Akte, too, for whatever lies in it', async () => {
    const { akteId } = await closedAt(bench);
    expect(await setFrist(bench, akteId, { objectKind: 'akte', counting: 'dayExact' })).toMatchObject({
      code: 'aussonderung.shorteningUnexplained',
    });
  });

  it('refuses a stale version and a first version where there is one already', async () => {
    const { vorgangId } = await closedAt(bench);
    done(await setFrist(bench, vorgangId, { jahre: 20 }));
    for (const version of [0, 2]) {
      expect(await setFrist(bench, vorgangId, { jahre: 30, version })).toMatchObject({ code: 'platform.stale' });
    }
    expect((await fristAt(bench, vorgangId)).jahre).toBe(20);
    expect(await setFrist(bench, vorgangId, { jahre: 30, version: 1 })).toEqual({ version: 2, vorgaenge: 1 });
  });

  it('refuses one of two who set it at once', async () => {
    const { vorgangId } = await closedAt(bench);
    const answers = await Promise.all([20, 25].map((jahre) => setFrist(bench, vorgangId, { jahre })));
    expect(answers.map((answer) => ('code' in answer ? answer.code : 'set')).sort()).toEqual(['platform.stale', 'set']);
  });

  it('refuses a Vorgang that the archive has', async () => {
    const { vorgangId } = await closedAt(bench);
    await bench.sql(`UPDATE vorgang SET state = 'abgegeben' WHERE id = $1`, [vorgangId]);
    expect(await setFrist(bench, vorgangId, { jahre: 30 })).toMatchObject({ code: 'aussonderung.alreadyTransferred' });
  });

  it('F73 makes a running period longer with a reason, and tells the Vorgang both days', async () => {
    const { vorgangId } = await closedAt(bench);
    expect(await setFrist(bench, vorgangId, { jahre: 30 })).toEqual({ version: 1, vorgaenge: 1 });
    expect(await fristAt(bench, vorgangId)).toMatchObject({ jahre: 30, beginn: '2026-11-24', ende: '2056-12-31' });
    const texts = (await bench.protokoll(vorgangId)).map(({ payload }) => (payload['text'] as { de: string }).de);
    expect(texts.at(-1)).toContain('bis 31.12.2056 statt bis 31.12.2036');
    expect(texts.at(-1)).toContain('Grund: Rechtsstreit über die Gewährleistung');
  });

  it('F73 inherits field by field: Aktenplan, Akte, Vorgang, and back again', async () => {
    const first = await closedAt(bench);
    const second = await openedVorgang(bench);
    await bench.sql(`UPDATE vorgang SET akte_id = $2 WHERE id = $1`, [second.vorgangId, first.akteId]);
    await addedDokument(bench, second.vorgangId);
    done(await setFrist(bench, first.akteId, { objectKind: 'akte', jahre: 20 }));
    done(await setFrist(bench, first.vorgangId, { jahre: 'unlimited' }));
    await close(bench, second.vorgangId);
    expect(await fristAt(bench, first.vorgangId)).toMatchObject({ jahre: null, ende: null });
    expect(await fristAt(bench, second.vorgangId)).toMatchObject({ jahre: 20, ende: '2046-12-31' });
    done(await setFrist(bench, first.vorgangId, { version: 1 }));
    expect(await fristAt(bench, first.vorgangId)).toMatchObject({ jahre: 20, ende: '2046-12-31' });
    done(await setFrist(bench, first.akteId, { objectKind: 'akte', version: 1 }));
    expect(await fristAt(bench, first.vorgangId)).toMatchObject({ jahre: 10, ende: '2036-12-31' });
  });

  it('F73 lets a position count to the day for all below it that go z. d. A. from then on', async () => {
    const before = await closedAt(bench, '32.11.01');
    const objectId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '32.11');
    done(await setFrist(bench, objectId, { objectKind: 'aktenplaneinheit', counting: 'dayExact' }));
    const after = await closedAt(bench, '32.11.01');
    expect(await fristAt(bench, before.vorgangId)).toMatchObject({ counting: 'yearEnd', ende: '2031-12-31' });
    expect(await fristAt(bench, after.vorgangId)).toMatchObject({ counting: 'dayExact', ende: '2031-11-24' });
  });

  it('keeps what the Aktenplan said on the day of z. d. A.', async () => {
    const { vorgangId } = await closedAt(bench, '20.41.01');
    const change = `UPDATE aktenplaneinheit SET aufbewahrung_jahre = 2 WHERE kennzeichen = '20.41.01'`;
    await connected(bench.urls.ownerUrl, (client) => client.query(change));
    done(await setFrist(bench, vorgangId, { jahre: 'inherited' }));
    expect(await fristAt(bench, vorgangId)).toMatchObject({ jahre: 10, ende: '2036-12-31' });
  });

  it('waits for a Vorgang of the Akte that is being closed, and fixes that one too', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    await addedDokument(bench, vorgangId);
    await Promise.all([close(bench, vorgangId), setFrist(bench, akteId, { objectKind: 'akte', jahre: 40 })]);
    expect(await fristAt(bench, vorgangId)).toMatchObject({ jahre: 40, ende: '2066-12-31' });
  });
});

describe('aufbewahrungsende in the database', () => {
  it('says of every day and period the same as the rule', async () => {
    const days = Array.from({ length: 1_600 }, (_, index) =>
      new Date(Date.UTC(2023, 10, 1 + index)).toISOString().slice(0, 10),
    );
    for (const counting of ['yearEnd', 'dayExact'] as const) {
      const rows = await bench.sql<{ day: string; jahre: number; ende: string }>(
        `SELECT day::date AS day, jahre, aufbewahrungsende(day::date, jahre, $2) AS ende
           FROM unnest($1::text[]) day CROSS JOIN unnest('{0,1,3,4,10,30,130}'::integer[]) jahre`,
        [days, counting],
      );
      expect(rows.filter(({ day, jahre, ende }) => aufbewahrungsende(day, jahre, counting) !== ende)).toEqual([]);
      expect(rows).toHaveLength(1_600 * 7);
    }
  });
});
