import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { newId } from '../platform/ids.js';
import { createMoveClock } from './move-clock.js';

const DAY = 86_400_000;
let bench: ActBench;
let moved: number;

beforeAll(async () => {
  bench = await openActBench();
});
beforeEach(() => {
  moved = 0;
});
afterAll(() => bench.close());

function moveClock() {
  return createMoveClock((milliseconds) => {
    moved += milliseconds;
    bench.clock.advance(milliseconds);
  });
}

describe('moveClock', () => {
  it.each(['jana.petersen', 'ruth.lindqvist', 'amir.rakimov'])('refuses %s without the permission', async (login) => {
    expect(await bench.perform(login, moveClock(), { days: 1 })).toMatchObject({ code: 'identity.notPermitted' });
    expect(moved).toBe(0);
  });

  it.each([0, -1, 1.5, 40 * 366 + 1, '1'])('refuses to move by %p days', async (days) => {
    expect(await bench.perform('kim.okafor', moveClock(), { days })).toMatchObject({ code: 'platform.invalidInput' });
    expect(moved).toBe(0);
  });

  it('refuses in a productive Mandant', async () => {
    const productive = newId();
    const stranger = { mandantId: productive, actor: { kind: 'system', name: 'test' } } as const;
    await bench.runner.transaction(stranger, async (tx) => {
      await tx.query(
        `INSERT INTO mandant (mandant_id, name, kind, behoerdenschluessel, created_at)
         VALUES ($1, 'Kreis', 'productive', '1', now())`,
        [productive],
      );
      return {};
    });
    const answer = await bench.runner.run(stranger, moveClock(), { days: 1 });
    expect(answer).toMatchObject({ code: 'demo.notADemo' });
    expect(moved).toBe(0);
  });

  it('leaves the clock alone when its transaction fails', async () => {
    const failing = bench.runner.transaction(bench.system, async (tx) => {
      await moveClock()(tx, { days: 1 });
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    expect(moved).toBe(0);
  });

  it('moves once for a request that arrives three times at once', async () => {
    const key = newId();
    const answers = await Promise.all([1, 2, 3].map(() => bench.perform('kim.okafor', moveClock(), { days: 1 }, key)));
    expect(moved).toBe(DAY);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('answers the new time, and the Protokoll says by how many days', async () => {
    const before = bench.clock.now().getTime();
    const answer = await bench.perform('kim.okafor', moveClock(), { days: 14 });
    expect(answer).toEqual({ now: new Date(before + 14 * DAY).toISOString() });
    expect(bench.clock.now().getTime()).toBe(before + 14 * DAY);
    expect((await bench.protokoll(bench.mandantId)).at(-1)).toMatchObject({
      action: 'demo.moveClock',
      actor: bench.personId('kim.okafor'),
      payload: { days: 14 },
    });
  });
});
