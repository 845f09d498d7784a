import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { fristenOf, vorgangWithAufgaben } from '../../test/support/fristen.js';
import { newId } from '../platform/ids.js';
import { suspendVorgang } from './suspend-vorgang.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const reason = 'fehlende Unterlagen nachgefordert';

const suspend = (vorgangId: string, version = 0, days = 30, login = 'jana.petersen') =>
  bench.perform(login, suspendVorgang, { vorgangId, version, days, reason });

describe('suspendVorgang', () => {
  it('F40 refuses whoever may not edit, an unknown Vorgang, no days, and a stale version', async () => {
    const { vorgangId } = await vorgangWithAufgaben(bench);
    expect(await suspend(vorgangId, 0, 30, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await suspend(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await suspend(vorgangId, 0, 0)).toMatchObject({ code: 'platform.invalidInput' });
    expect(await suspend(vorgangId, 1)).toMatchObject({ code: 'platform.stale' });
  });

  it('F40 moves what is not late by the planned days, without a Frist of the Vorgang too; not twice', async () => {
    const { vorgangId, aufgaben } = await vorgangWithAufgaben(bench);
    expect(await suspend(vorgangId)).toEqual({ version: 1 });
    expect(await fristenOf(bench, aufgaben)).toEqual({ open: '2027-01-13', late: '2026-11-20', free: null });
    expect(await suspend(vorgangId, 1)).toMatchObject({
      code: 'frist.rests',
      message: { de: expect.stringContaining('24.11.2026') },
    });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      payload: { until: '2026-12-24', text: { de: expect.stringContaining('voraussichtlich bis 24.12.2026') } },
    });
  });
});
