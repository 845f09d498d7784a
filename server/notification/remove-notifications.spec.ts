import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { bellOf } from '../../test/support/told.js';
import { switchOff } from '../identity/switch-off.js';
import { arrangeNotifications } from './arrange-notifications.js';
import { markNotifications } from './mark-notifications.js';
import { FIRST_RULES } from './notification.js';
import { sweepNotifications } from './remove-notifications.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const DAY = 86_400_000;
const [jana, deniz] = ['jana.petersen', 'deniz.aydin'] as const;
const sweep = () =>
  bench.runner.transaction(bench.system, async (tx) => {
    await sweepNotifications(tx);
    return {};
  });
const rows = async () => {
  const count = (table: string) => bench.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  const counted = await Promise.all(['notification', 'notification_read', 'notification_rules'].map(count));
  return counted.map(([row]) => row?.n);
};

/** An Aufgabe of each of them, read by both. */
async function readByBoth(): Promise<void> {
  const { vorgangId } = await openedVorgang(bench);
  for (const login of [jana, deniz]) {
    await createdAufgabe(bench, vorgangId, { assigneeId: bench.personId(login) });
    const ids = (await bellOf(bench, login)).streams
      .flatMap(({ groups }) => groups)
      .flatMap(({ entries }) => entries.map(({ id }) => id));
    done(await bench.perform(login, markNotifications, { ids, state: 'read' }));
    done(await bench.perform(login, arrangeNotifications, FIRST_RULES));
  }
}

describe('what was told', () => {
  it('is kept for 90 days and not a day longer, with the marks of whoever has read it', async () => {
    await readByBoth();
    bench.clock.advance(90 * DAY);
    await sweep();
    expect(await rows()).toEqual([2, 2, 2]);
    bench.clock.advance(1);
    await sweep();
    expect(await rows()).toEqual([0, 0, 2]);
  });

  it('to a person goes with their account, and the rules with it; what others were told stays', async () => {
    await readByBoth();
    done(await bench.perform('kim.okafor', switchOff, { personId: bench.personId(jana), reason: 'Ruhestand' }));
    expect(await rows()).toEqual([1, 1, 1]);
    expect((await bellOf(bench, deniz)).streams).toHaveLength(1);
  });
});
