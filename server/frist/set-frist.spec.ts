import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { openedVorgang } from '../../test/support/records.js';
import { closedAt } from '../../test/support/retention.js';
import { newId } from '../platform/ids.js';
import { findFrist } from './frist.store.js';
import { setFrist } from './set-frist.js';
import { suspendVorgang } from './suspend-vorgang.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const reason = 'fehlende Unterlagen nachgefordert';

const rule = { frist: '2027-02-24', grundlage: '§ 42a Abs. 2 VwVfG', mostExtensions: 1, mostDays: 92, reason };
const set = (vorgangId: string, own: object = {}, login = 'jana.petersen') =>
  bench.perform(login, setFrist, { vorgangId, version: 0, ...rule, ...own });
const stored = (vorgangId: string) =>
  bench.database.transaction(bench.mandantId, (queries) => findFrist(queries, vorgangId));

describe('setFrist', () => {
  it('F40 refuses whoever may not edit, an unknown Vorgang, and a closed one', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await set(vorgangId, {}, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await set(newId())).toMatchObject({ code: 'platform.notFound' });
    const closed = await closedAt(bench);
    expect(await set(closed.vorgangId)).toMatchObject({ code: 'akte.closed' });
  });

  it('F40 refuses days that no calendar has, a year 0, hidden characters, and a rule below zero', async () => {
    const { vorgangId } = await openedVorgang(bench);
    for (const own of [
      { frist: '2027-02-31' },
      { frist: '0000-01-01' },
      { frist: '31.2.' },
      { grundlage: '§ 42a\u202E' },
      { mostExtensions: -1 },
      { mostDays: 0 },
      { reason: '' },
    ]) {
      expect([own, await set(vorgangId, own)]).toMatchObject([own, { code: 'platform.invalidInput' }]);
    }
    expect(await stored(vorgangId)).toBeNull();
  });

  it('F40 refuses a stale version, and a Vorgang that rests', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await set(vorgangId)).toEqual({ version: 1 });
    expect(await set(vorgangId)).toMatchObject({ code: 'platform.stale' });
    await bench.perform('jana.petersen', suspendVorgang, { vorgangId, version: 1, days: 10, reason });
    expect(await set(vorgangId, { version: 2 })).toMatchObject({ code: 'frist.rests' });
  });

  it('F40 keeps the day with its rule, and a further one counts extensions anew', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await set(vorgangId)).toEqual({ version: 1 });
    const { reason: _why, ...kept } = rule;
    expect(await stored(vorgangId)).toMatchObject({ ...kept, extensions: 0, version: 1 });
    await bench.sql(`UPDATE vorgang_frist SET extensions = 1 WHERE vorgang_id = $1`, [vorgangId]);
    expect(await set(vorgangId, { version: 1, frist: '2027-03-31' })).toEqual({ version: 2 });
    expect(await stored(vorgangId)).toMatchObject({ frist: '2027-03-31', extensions: 0 });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'frist.setFrist',
      payload: { before: '2027-02-24', text: { de: expect.stringContaining('Frist 31.03.2027 (§ 42a Abs. 2 VwVfG)') } },
    });
  });
});
