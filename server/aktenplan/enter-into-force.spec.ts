import { addedEinheit, inForce } from '../../test/support/aktenplan.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { changeEinheit } from './change-einheit.js';
import { closeEinheit } from './close-einheit.js';
import { aktenplanHandlers, enterIntoForce } from './enter-into-force.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const DAY = 86_400_000;

describe('enterIntoForce', () => {
  it('refuses a payload that names no day', async () => {
    const handler = aktenplanHandlers['aktenplan.enterIntoForce'];
    const told = bench.runner.transaction(bench.system, (tx) => handler(tx, { day: 'morgen' }, 'x').then(() => ({})));
    await expect(told).rejects.toThrow('day');
  });

  it('F1 brings what was planned into force on its day, for those below too, and not a day earlier', async () => {
    const above = await addedEinheit(bench);
    const below = await addedEinheit(bench, { parentId: above.einheitId, aufbewahrung: 'geerbt' });
    const [day, later] = ['2026-11-26', '2026-11-27'];
    const plan = {
      ...{ einheitId: above.einheitId, version: 1, validFrom: day },
      titel: 'Tiere',
      aussonderungsart: 'A',
    };
    done(await bench.perform('helga.brandt', changeEinheit, { ...plan, aufbewahrung: 'unbefristet' }));
    const closing = { einheitId: below.einheitId, version: 1, validFrom: later };
    done(await bench.perform('helga.brandt', closeEinheit, closing));

    await bench.run(enterIntoForce, { day });
    expect(await inForce(bench, below.einheitId)).toMatchObject({ jahre: 10, closed: false });
    bench.clock.advance(2 * DAY);
    await bench.run(enterIntoForce, { day });
    expect(await inForce(bench, above.einheitId)).toMatchObject({ titel: 'Tiere', jahre: null, art: 'A' });
    expect(await inForce(bench, below.einheitId)).toMatchObject({ jahre: null, closed: false });
    bench.clock.advance(DAY);
    await bench.run(enterIntoForce, { day: later });
    expect(await inForce(bench, below.einheitId)).toMatchObject({ jahre: null, closed: true });
    expect((await bench.protokoll(bench.mandantId)).at(-1)).toMatchObject({ payload: { day: later, positions: 1 } });
  });
});
