import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { fristenOf, vorgangWithAufgaben } from '../../test/support/fristen.js';
import { createdAufgabe } from '../../test/support/records.js';
import { resumeVorgang } from './resume-vorgang.js';
import { setFrist } from './set-frist.js';
import { suspendVorgang } from './suspend-vorgang.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const reason = 'fehlende Unterlagen nachgefordert';
const DAY = 86_400_000;

const resume = (vorgangId: string, version: number, login = 'jana.petersen') =>
  bench.perform(login, resumeVorgang, { vorgangId, version, reason: 'Unterlagen sind da' });

async function resting() {
  const made = await vorgangWithAufgaben(bench);
  const { vorgangId } = made;
  const rule = { frist: '2026-12-31', grundlage: '', mostExtensions: null, mostDays: null, reason };
  await bench.perform('jana.petersen', setFrist, { vorgangId, version: 0, ...rule });
  await bench.perform('jana.petersen', suspendVorgang, { vorgangId, version: 1, days: 30, reason });
  return made;
}

describe('resumeVorgang', () => {
  it('F40 refuses whoever may not edit, a Vorgang that does not rest, and a stale version', async () => {
    const { vorgangId } = await resting();
    expect(await resume(vorgangId, 2, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await resume(vorgangId, 1)).toMatchObject({ code: 'platform.stale' });
    const other = await vorgangWithAufgaben(bench);
    expect(await resume(other.vorgangId, 0)).toMatchObject({ code: 'frist.restsNot' });
  });

  it.each([
    [10, '2027-01-10', '2026-12-24'],
    [30, '2027-01-30', '2027-01-13'],
    [45, '2027-02-14', '2027-01-28'],
    [0, '2026-12-31', '2026-12-14'],
  ])('F40 after %i days all dates have moved by as many', async (days, frist, open) => {
    const { vorgangId, aufgaben } = await resting();
    bench.clock.advance(days * DAY);
    expect(await resume(vorgangId, 2)).toEqual({ version: 3, frist });
    expect(await fristenOf(bench, aufgaben)).toEqual({ open, late: '2026-11-20', free: null });
  });

  it('F40 leaves an Aufgabe alone that came while it rested', async () => {
    const { vorgangId } = await resting();
    bench.clock.advance(DAY);
    const later = await createdAufgabe(bench, vorgangId, { frist: '2027-06-01' });
    bench.clock.advance(9 * DAY);
    await resume(vorgangId, 2);
    expect(await fristenOf(bench, { later })).toEqual({ later: '2027-06-01' });
  });

  it('F40 can rest again, and tells both in the Protokoll', async () => {
    const { vorgangId } = await resting();
    bench.clock.advance(3 * DAY);
    await resume(vorgangId, 2);
    expect(await bench.perform('jana.petersen', suspendVorgang, { vorgangId, version: 3, days: 5, reason })).toEqual({
      version: 4,
    });
    expect((await bench.protokoll(vorgangId)).map(({ action }) => action).slice(-3)).toEqual([
      'frist.suspendVorgang',
      'frist.resumeVorgang',
      'frist.suspendVorgang',
    ]);
  });
});
