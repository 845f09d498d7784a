import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe } from '../../test/support/records.js';
import { closable, planned, workOff } from '../../test/support/stapel.js';
import { newId } from '../platform/ids.js';
import { startStapel } from './start-stapel.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const opened = () => closable(bench);
const start = (stapelId: string, login = 'jana.petersen') => bench.perform(login, startStapel, { stapelId });
const plan = async (id: string) =>
  ((await planned(bench, 'jana.petersen', 'closeZdA', [id])) as { stapelId: string }).stapelId;

describe('startStapel', () => {
  it('refuses whoever may not run batches, somebody else and a batch that is not there', async () => {
    const stapelId = await plan(await opened());
    expect(await start(stapelId, 'ines.vogt')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await start(stapelId, 'helga.brandt')).toMatchObject({ code: 'platform.notFound' });
    expect(await start(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses before the check, and a second time', async () => {
    const stapelId = await plan(await opened());
    expect(await start(stapelId)).toMatchObject({ code: 'stapel.notChecked' });
    await workOff(bench);
    expect(await start(stapelId)).toEqual({ stapelId });
    expect(await start(stapelId)).toMatchObject({ code: 'stapel.notChecked' });
  });

  it('refuses where no target could be done', async () => {
    const vorgangId = await opened();
    await createdAufgabe(bench, vorgangId);
    const stapelId = await plan(vorgangId);
    await workOff(bench);
    expect(await start(stapelId)).toMatchObject({ code: 'stapel.nothingReady' });
  });
});
