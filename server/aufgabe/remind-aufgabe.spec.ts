import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { remindAufgabe } from './remind-aufgabe.js';
import { withdrawAufgabe } from './withdraw-aufgabe.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const remindedAt = async (aufgabeId: string) =>
  (await bench.sql<{ at: Date | null }>(`SELECT reminded_at AS at FROM aufgabe WHERE id = $1`, [aufgabeId]))[0]?.at;

describe('remindAufgabe', () => {
  it('reminds of nothing that is over, and of nothing of another instance', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const [over, other] = [newId(), newId()];
    const gone = { key: newId(), instanceKey: over, elementId: 'Pruefen' };
    const goneId = await createdAufgabe(bench, vorgangId, { job: gone });
    const openId = await createdAufgabe(bench, vorgangId, { job: { ...gone, key: newId(), instanceKey: other } });
    await bench.run(withdrawAufgabe, { jobKey: gone.key });
    await bench.run(remindAufgabe, { instanceKey: over });
    expect([await remindedAt(goneId), await remindedAt(openId)]).toEqual([null, null]);
    expect((await bench.protokoll(vorgangId)).map(({ action }) => action)).not.toContain('aufgabe.remindAufgabe');
  });

  it('marks every open Aufgabe of the instance and says so in the history of its Vorgang', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const instanceKey = newId();
    const make = () =>
      createdAufgabe(bench, vorgangId, { job: { key: newId(), instanceKey, elementId: 'Mitzeichnen' } });
    const ids = [await make(), await make()];
    await bench.run(remindAufgabe, { instanceKey });
    expect(await Promise.all(ids.map(remindedAt))).toEqual([bench.clock.now(), bench.clock.now()]);
    const reminders = (await bench.protokoll(vorgangId)).filter(({ action }) => action === 'aufgabe.remindAufgabe');
    expect(reminders).toMatchObject([
      { payload: { text: { de: 'Erinnert: Bearbeiten: Angebot', en: 'Reminded: Deal with: Angebot' } } },
      { payload: { text: { de: 'Erinnert: Bearbeiten: Angebot' } } },
    ]);
  });
});
