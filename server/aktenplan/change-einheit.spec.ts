import { addedEinheit, inForce, TODAY } from '../../test/support/aktenplan.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { newId } from '../platform/ids.js';
import { changeEinheit } from './change-einheit.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

interface Of {
  readonly einheitId: string;
  readonly version: number;
}
const change = ({ einheitId, version }: Of, own: object = {}, login = 'helga.brandt') => {
  const facts = { titel: 'Tierwohl', aufbewahrung: 30, aussonderungsart: 'A', validFrom: TODAY };
  return bench.perform(login, changeEinheit, { einheitId, version, ...facts, ...own });
};

describe('changeEinheit', () => {
  it('refuses whoever is not of the Registratur', async () => {
    expect(await change(await addedEinheit(bench), {}, 'jana.petersen')).toMatchObject({
      code: 'identity.notPermitted',
    });
  });

  it('refuses an unknown position', async () => {
    expect(await change({ einheitId: newId(), version: 1 })).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a stale version, and changes nothing', async () => {
    const einheit = await addedEinheit(bench);
    expect(await change({ ...einheit, version: 7 })).toMatchObject({ code: 'platform.stale' });
    expect(await inForce(bench, einheit.einheitId)).toMatchObject({ titel: 'Tierschutz', jahre: 10 });
  });

  it('refuses a day that is over', async () => {
    const answer = await change(await addedEinheit(bench), { validFrom: '2026-11-23' });
    expect(answer).toMatchObject({ code: 'aktenplan.validFromPast' });
  });

  it('refuses a change that changes nothing', async () => {
    const same = { titel: 'Tierschutz', aufbewahrung: 10, aussonderungsart: 'V' };
    expect(await change(await addedEinheit(bench), same)).toMatchObject({ code: 'aktenplan.nothingChanges' });
  });

  it('refuses a change before a planned one, and replaces the planned one on its day', async () => {
    const einheit = await addedEinheit(bench);
    const planned = await change(einheit, { validFrom: '2027-01-01' });
    expect(planned).toEqual({ version: 2 });
    expect(await change({ ...einheit, version: 2 }, { titel: 'X' })).toMatchObject({ code: 'aktenplan.laterChange' });
    const again = await change({ ...einheit, version: 2 }, { titel: 'Tiere', validFrom: '2027-01-01' });
    expect(again).toEqual({ version: 3 });
  });

  it('changes the position and what inherits from it today, and keeps before and after in the Protokoll', async () => {
    const einheit = await addedEinheit(bench);
    const own = { parentId: einheit.einheitId, aufbewahrung: 'geerbt', aussonderungsart: null } as const;
    const below = await addedEinheit(bench, own);
    expect(await change(einheit)).toEqual({ version: 2 });
    expect(await inForce(bench, einheit.einheitId)).toMatchObject({ titel: 'Tierwohl', jahre: 30, art: 'A' });
    expect(await inForce(bench, below.einheitId)).toMatchObject({ titel: 'Tierschutz', jahre: 30, art: 'A' });
    expect((await bench.protokoll(einheit.einheitId)).at(-1)).toMatchObject({
      action: 'aktenplan.changeEinheit',
      payload: { before: { titel: 'Tierschutz', aufbewahrung: 10 }, after: { titel: 'Tierwohl', aufbewahrung: 30 } },
    });
  });

  it('says nothing new before its day, and waits in the outbox for it', async () => {
    const einheit = await addedEinheit(bench);
    await change(einheit, { validFrom: '2027-07-01' });
    expect(await inForce(bench, einheit.einheitId)).toMatchObject({ titel: 'Tierschutz' });
    const [waiting] = await bench.sql(
      `SELECT next_at AS at FROM outbox WHERE topic = 'aktenplan.enterIntoForce' AND key = '2027-07-01'`,
    );
    // Midnight in Berlin, in summer.
    expect(waiting).toEqual({ at: new Date('2027-06-30T22:00:00Z') });
  });
});
