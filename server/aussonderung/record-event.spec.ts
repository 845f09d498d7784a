import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { close, closedAt, event, fristAt, setFrist } from '../../test/support/retention.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';

let bench: ActBench;

beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const DAY = 86_400_000;

/** A closed Vorgang whose period begins with an event. */
async function awaiting() {
  const closed = await closedAt(bench);
  done(await setFrist(bench, closed.vorgangId, { start: 'event', counting: 'yearEnd' }));
  return closed;
}

describe('recordEvent', () => {
  it('refuses without the permission, and what is not there', async () => {
    const { vorgangId } = await awaiting();
    expect(await event(bench, vorgangId, {}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await event(bench, newId(), {})).toMatchObject({ code: 'platform.notFound' });
    expect((await fristAt(bench, vorgangId)).beginn).toBeNull();
  });

  it.each([
    ['tomorrow', '2026-11-25', 'aussonderung.eventInFuture'],
    ['the year 26', '0026-11-20', 'aussonderung.eventTooOld'],
    ['the year 0', '0000-01-01', 'aussonderung.eventTooOld'],
    ['29 February of a common year', '2025-02-29', 'platform.invalidInput'],
    ['a day in words', 'gestern', 'platform.invalidInput'],
  ])('refuses %s', async (_what, day, code) => {
    const { vorgangId } = await awaiting();
    expect(await event(bench, vorgangId, { day })).toMatchObject({ code });
  });

  it('refuses an event that no period waits for', async () => {
    const { vorgangId, akteId } = await closedAt(bench);
    expect(await event(bench, vorgangId, {})).toMatchObject({ code: 'aussonderung.noEventAwaited' });
    expect(await event(bench, akteId, { objectKind: 'akte' })).toMatchObject({ code: 'aussonderung.noEventAwaited' });
  });

  it('refuses a correction that ends the period earlier without reason and right, and a stale one', async () => {
    const { vorgangId } = await awaiting();
    bench.clock.advance(800 * DAY);
    done(await event(bench, vorgangId, { day: '2028-12-31' }));
    expect(await event(bench, vorgangId, { day: '2027-06-01', version: 0 })).toMatchObject({ code: 'platform.stale' });
    const earlier = { day: '2027-06-01', version: 1 };
    expect(await event(bench, vorgangId, earlier, 'ruth.lindqvist')).toMatchObject({
      code: 'aussonderung.endsEarlier',
    });
    const explained = { ...earlier, shorteningReason: 'Zahlendreher' };
    expect(await event(bench, vorgangId, explained)).toMatchObject({ code: 'identity.notPermitted' });
    expect((await fristAt(bench, vorgangId)).ende).toBe('2038-12-31');
    done(await event(bench, vorgangId, explained, 'ruth.lindqvist'));
    expect((await fristAt(bench, vorgangId)).ende).toBe('2037-12-31');
  });

  it('F74 lets the period begin with the day of the event, and tells it', async () => {
    const { vorgangId } = await awaiting();
    expect(await fristAt(bench, vorgangId)).toMatchObject({ start: 'event', beginn: null, ende: null });
    bench.clock.advance(500 * DAY);
    expect(await event(bench, vorgangId, { day: '2028-02-29' })).toEqual({ version: 1, vorgaenge: 1 });
    expect(await fristAt(bench, vorgangId)).toMatchObject({ beginn: '2028-02-29', ende: '2038-12-31' });
    const texts = (await bench.protokoll(vorgangId)).map(({ payload }) => (payload['text'] as { de: string }).de);
    expect(texts.at(-1)).toContain('Aufbewahrung bis 31.12.2038 statt ohne Ende');
  });

  it('F74 counts an event of the Akte for all its Vorgaenge but those with one of their own', async () => {
    const first = await awaiting();
    const second = await awaiting();
    await bench.sql(`UPDATE vorgang SET akte_id = $2 WHERE id = $1`, [second.vorgangId, first.akteId]);
    bench.clock.advance(800 * DAY);
    done(await event(bench, second.vorgangId, { day: '2027-03-01' }));
    expect(await event(bench, first.akteId, { objectKind: 'akte', day: '2028-03-01' })).toEqual({
      version: 1,
      vorgaenge: 1,
    });
    expect((await fristAt(bench, first.vorgangId)).ende).toBe('2038-12-31');
    expect((await fristAt(bench, second.vorgangId)).ende).toBe('2037-12-31');
  });

  it('F74 takes an event that came before z. d. A. and lets the period begin with z. d. A.', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await addedDokument(bench, vorgangId);
    done(await setFrist(bench, vorgangId, { start: 'event', counting: 'yearEnd' }));
    expect(await event(bench, vorgangId, { day: '2020-05-01' })).toEqual({ version: 1, vorgaenge: 0 });
    await close(bench, vorgangId);
    expect(await fristAt(bench, vorgangId)).toMatchObject({ beginn: '2026-11-24', ende: '2036-12-31' });
  });
});
