import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { createdAufgabe } from '../../test/support/records.js';
import { closable, counts, planned, shown, workOff } from '../../test/support/stapel.js';
import { newId } from '../platform/ids.js';
import { startStapel } from './start-stapel.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const opened = () => closable(bench);
const start = (stapelId: string, login = 'jana.petersen', leaveOut?: string[]) =>
  bench.perform(login, startStapel, { stapelId, leaveOut });
const plan = async (id: string) =>
  ((await planned(bench, 'jana.petersen', 'closeZdA', [id])) as { stapelId: string }).stapelId;

describe('startStapel', () => {
  it('refuses whoever may not run batches, somebody else and a batch that is not there', async () => {
    const stapelId = await plan(await opened());
    expect(await start(stapelId, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await start(stapelId, 'helga.brandt')).toMatchObject({ code: 'platform.notFound' });
    expect(await start(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses before the check, and a second time', async () => {
    const stapelId = await plan(await opened());
    expect(await start(stapelId)).toMatchObject({ code: 'stapel.notChecked' });
    await workOff(bench);
    expect(await start(stapelId)).toEqual({ stapelId, wayBack: 'abort' });
    expect(await start(stapelId)).toMatchObject({ code: 'stapel.notChecked' });
  });

  it('refuses where no target could be done', async () => {
    const vorgangId = await opened();
    await createdAufgabe(bench, vorgangId);
    const stapelId = await plan(vorgangId);
    await workOff(bench);
    expect(await start(stapelId)).toMatchObject({ code: 'stapel.nothingReady' });
  });

  it('refuses where everything that could be done is left out, and forgets nothing of that', async () => {
    const vorgangId = await opened();
    const stapelId = await plan(vorgangId);
    await workOff(bench);
    expect(await start(stapelId, 'jana.petersen', [vorgangId])).toMatchObject({ code: 'stapel.nothingReady' });
    expect(await shown(bench, 'jana.petersen', stapelId)).toMatchObject({ counts: counts({ bereit: 1 }) });
  });

  it('does the others where some are left out, and says of those that the person did not want them', async () => {
    const [wanted, unwanted] = [await opened(), await opened()];
    const { stapelId } = done(await planned(bench, 'jana.petersen', 'closeZdA', [wanted, unwanted]));
    await workOff(bench);
    done(await start(stapelId, 'jana.petersen', [unwanted]));
    await workOff(bench);
    expect(
      await bench.sql(`SELECT id, state FROM vorgang WHERE id = ANY($1) ORDER BY state`, [[wanted, unwanted]]),
    ).toEqual([
      { id: unwanted, state: 'offen' },
      { id: wanted, state: 'zdA' },
    ]);
    const [row] = await bench.sql(
      `SELECT rejection ->> 'code' AS code FROM stapel_posten WHERE stapel_id = $1 AND target_id = $2`,
      [stapelId, unwanted],
    );
    expect(row).toEqual({ code: 'stapel.leftOut' });
  });
});
