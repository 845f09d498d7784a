import { addedEinheit, inForce, TODAY } from '../../test/support/aktenplan.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { moveEinheit } from './move-einheit.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const move = (einheitId: string, parentId: string | null, own: object = {}, login = 'helga.brandt') =>
  bench.perform(login, moveEinheit, { einheitId, version: 1, parentId, validFrom: TODAY, ...own });

describe('moveEinheit', () => {
  it('refuses whoever is not of the Registratur', async () => {
    const { einheitId } = await addedEinheit(bench);
    expect(await move(einheitId, null, {}, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown position, and an unknown one above', async () => {
    expect(await move(newId(), null)).toMatchObject({ code: 'platform.notFound' });
    const { einheitId } = await addedEinheit(bench);
    expect(await move(einheitId, newId())).toMatchObject({ code: 'aktenplan.parentUnknown' });
  });

  it('refuses a place below itself or its own child', async () => {
    const { einheitId } = await addedEinheit(bench);
    const below = await addedEinheit(bench, { parentId: einheitId });
    for (const parentId of [einheitId, below.einheitId]) {
      expect(await move(einheitId, parentId)).toMatchObject({ code: 'aktenplan.belowItself' });
    }
  });

  it('refuses two moves that are planned across each other, whichever day is planned first', async () => {
    const [one, other] = [await addedEinheit(bench), await addedEinheit(bench)];
    expect(await move(other.einheitId, one.einheitId, { validFrom: '2027-02-01' })).toEqual({ version: 2 });
    expect(await move(one.einheitId, other.einheitId, { validFrom: '2027-01-01' })).toMatchObject({
      code: 'aktenplan.belowItself',
      message: { de: expect.stringContaining('01.02.2027') },
    });
  });

  it('refuses to the top what has nothing of its own there', async () => {
    const above = await addedEinheit(bench);
    const below = await addedEinheit(bench, { parentId: above.einheitId, aufbewahrung: 'geerbt' });
    expect(await move(below.einheitId, null)).toMatchObject({ code: 'aktenplan.uppermostInherits' });
  });

  it('F1 moves it with all below it; its Akten keep their Aktenzeichen, and inherit from the new place', async () => {
    const target = await addedEinheit(bench, { aufbewahrung: 30, aussonderungsart: 'A' });
    const from = await addedEinheit(bench);
    const inherits = { aufbewahrung: 'geerbt', aussonderungsart: null } as const;
    const moved = await addedEinheit(bench, { parentId: from.einheitId, ...inherits });
    const below = await addedEinheit(bench, { parentId: moved.einheitId, ...inherits });
    const { aktenzeichen } = await openedVorgang(bench, below.kennzeichen);
    expect(await move(moved.einheitId, target.einheitId)).toEqual({ version: 2 });
    expect(await inForce(bench, moved.einheitId)).toMatchObject({ parent: target.einheitId, jahre: 30, art: 'A' });
    expect(await inForce(bench, below.einheitId)).toMatchObject({ parent: moved.einheitId, jahre: 30, art: 'A' });
    const akten = await bench.sql(`SELECT aktenzeichen FROM akte WHERE aktenplaneinheit_id = $1`, [below.einheitId]);
    expect(akten).toEqual([{ aktenzeichen: aktenzeichen.slice(0, -3) }]);
  });
});
