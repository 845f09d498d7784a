import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { toldOf } from '../../test/support/told.js';
import { dayAfter } from '../contract/days.js';
import { tellOverdue } from './tell-overdue.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const DAY = 86_400_000;
const jana = 'jana.petersen';

/** An Aufgabe of Jana whose Frist ends that many days from today. */
async function hers(days: number): Promise<string> {
  const { vorgangId } = await openedVorgang(bench);
  const frist = dayAfter(bench.clock.today(), days);
  return createdAufgabe(bench, vorgangId, { assigneeId: bench.personId(jana), frist });
}

describe('tellOverdue', () => {
  it('tells nobody on the last day of a Frist, of a Frist without a person, and of one that passed long ago', async () => {
    const today = await hers(0);
    const long = await hers(-91);
    const { vorgangId } = await openedVorgang(bench);
    const nobodys = await createdAufgabe(bench, vorgangId, { candidateRole: 'mitzeichnung', frist: '2026-11-01' });
    await tellOverdue(bench);
    for (const aufgabeId of [today, long, nobodys]) {
      expect(await toldOf(bench, jana, { aufgabeId })).not.toContain('overdue');
    }
  });

  it('tells once of a Frist, however often it looks, also from two servers at once', async () => {
    const aufgabeId = await hers(0);
    bench.clock.advance(DAY);
    await Promise.all([tellOverdue(bench), tellOverdue(bench)]);
    bench.clock.advance(DAY);
    await tellOverdue(bench);
    expect(await toldOf(bench, jana, { aufgabeId })).toEqual(['overdue', 'new']);
    expect(await toldOf(bench, 'deniz.aydin', { aufgabeId })).toEqual([]);
  });

  it('tells again of a Frist that was moved and has passed once more', async () => {
    const aufgabeId = await hers(-1);
    bench.clock.advance(60_000);
    await tellOverdue(bench);
    await bench.sql(`UPDATE aufgabe SET frist = frist + 5 WHERE id = $1`, [aufgabeId]);
    await tellOverdue(bench);
    bench.clock.advance(6 * DAY);
    await tellOverdue(bench);
    expect(await toldOf(bench, jana, { aufgabeId })).toEqual(['overdue', 'overdue', 'new']);
  });
});
