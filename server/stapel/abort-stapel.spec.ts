import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closable, counts, planned, shown, started, workOff } from '../../test/support/stapel.js';
import { newId } from '../platform/ids.js';
import { abortStapel } from './abort-stapel.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const opened = () => closable(bench);
const abort = (stapelId: string, login = 'jana.petersen') => bench.perform(login, abortStapel, { stapelId });

describe('abortStapel', () => {
  it('refuses whoever may not run batches, somebody else and a batch that is not there', async () => {
    const { stapelId } = (await planned(bench, 'jana.petersen', 'closeZdA', [await opened()])) as { stapelId: string };
    expect(await abort(stapelId, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await abort(stapelId, 'helga.brandt')).toMatchObject({ code: 'platform.notFound' });
    expect(await abort(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a batch that has ended', async () => {
    const stapelId = await started(bench, 'jana.petersen', 'closeZdA', [await opened()]);
    await workOff(bench);
    expect(await abort(stapelId)).toMatchObject({ code: 'stapel.ended' });
  });

  it('F103 ends a running batch: nothing more is done, and the rest is counted', async () => {
    const ids = [await opened(), await opened()];
    const stapelId = await started(bench, 'jana.petersen', 'closeZdA', ids);
    expect(await abort(stapelId)).toEqual({ stapelId });
    expect(await workOff(bench)).toBe(0);
    expect(await shown(bench, 'jana.petersen', stapelId)).toMatchObject({
      state: 'abgebrochen',
      counts: counts({ bereit: 2 }),
    });
    expect(await bench.sql(`SELECT DISTINCT state FROM vorgang WHERE id = ANY($1)`, [ids])).toEqual([
      { state: 'offen' },
    ]);
    expect((await bench.protokoll(bench.personId('jana.petersen'))).at(-1)).toMatchObject({
      action: 'stapel.abortStapel',
      correlationId: stapelId,
    });
  });
});
