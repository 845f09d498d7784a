import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closable, planned, shown, started, workOff } from '../../test/support/stapel.js';
import { newId } from '../platform/ids.js';
import { finishStapel } from './finish-stapel.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const opened = () => closable(bench);

describe('finishStapel', () => {
  it('leaves a batch alone that is not there, or has targets left', async () => {
    expect(await bench.run(finishStapel, { stapelId: newId() })).toEqual({});
    const { stapelId } = (await planned(bench, 'jana.petersen', 'closeZdA', [await opened()])) as { stapelId: string };
    await bench.run(finishStapel, { stapelId });
    expect(await shown(bench, 'jana.petersen', stapelId)).toMatchObject({ state: 'pruefung' });
  });

  it('says in the Protokoll how a batch has ended', async () => {
    const stapelId = await started(bench, 'jana.petersen', 'closeZdA', [await opened()]);
    await workOff(bench);
    expect(await shown(bench, 'jana.petersen', stapelId)).toMatchObject({
      state: 'fertig',
      endedAt: expect.any(String),
    });
    expect((await bench.protokoll(bench.personId('jana.petersen'))).at(-1)).toMatchObject({
      action: 'stapel.finishStapel',
      payload: { text: { de: expect.stringContaining('erledigt 1, abgelehnt 0, nicht mehr versucht 0') } },
    });
  });
});
