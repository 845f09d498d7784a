import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { fristenOf, vorgangWithAufgaben } from '../../test/support/fristen.js';
import { extendFrist } from './extend-frist.js';
import { setFrist } from './set-frist.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const reason = 'fehlende Unterlagen nachgefordert';

const extend = (vorgangId: string, version: number, until: string, login = 'jana.petersen') =>
  bench.perform(login, extendFrist, { vorgangId, version, until, reason });

async function withFrist() {
  const made = await vorgangWithAufgaben(bench);
  const rule = { frist: '2026-12-31', grundlage: '', mostExtensions: 1, mostDays: 30, reason };
  await bench.perform('jana.petersen', setFrist, { vorgangId: made.vorgangId, version: 0, ...rule });
  return made;
}

describe('extendFrist', () => {
  it('F40 refuses whoever may not edit, a Vorgang without a Frist, a stale version and a day too late', async () => {
    const { vorgangId } = await withFrist();
    expect(await extend(vorgangId, 1, '2027-01-10', 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await extend(vorgangId, 0, '2027-01-10')).toMatchObject({ code: 'platform.stale' });
    expect(await extend(vorgangId, 1, '2027-01-31')).toMatchObject({ code: 'frist.tooLong' });
    const none = await vorgangWithAufgaben(bench);
    expect(await extend(none.vorgangId, 0, '2027-01-10')).toMatchObject({ code: 'frist.none' });
  });

  it('F40 moves the Frist once, open Aufgaben that are not late follow, and the second time is refused', async () => {
    const { vorgangId, aufgaben } = await withFrist();
    expect(await extend(vorgangId, 1, '2027-01-10')).toEqual({ version: 2 });
    expect(await fristenOf(bench, aufgaben)).toEqual({ open: '2026-12-24', late: '2026-11-20', free: null });
    expect(await extend(vorgangId, 2, '2027-01-20')).toMatchObject({ code: 'frist.extendedAlready' });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      payload: { before: '2026-12-31', frist: '2027-01-10', days: 10, aufgaben: 1 },
    });
  });
});
