import { addedEinheit, inForce, TODAY } from '../../test/support/aktenplan.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { openVorgang } from '../akte/open-vorgang.js';
import { closeEinheit } from './close-einheit.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const close = (einheitId: string, version = 1, login = 'helga.brandt') =>
  bench.perform(login, closeEinheit, { einheitId, version, validFrom: TODAY });

describe('closeEinheit', () => {
  it('refuses whoever is not of the Registratur', async () => {
    const { einheitId } = await addedEinheit(bench);
    expect(await close(einheitId, 1, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown position and a stale version', async () => {
    expect(await close(newId())).toMatchObject({ code: 'platform.notFound' });
    const { einheitId } = await addedEinheit(bench);
    expect(await close(einheitId, 4)).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses a position that is closed already, and says since when', async () => {
    const { einheitId } = await addedEinheit(bench);
    await close(einheitId);
    expect(await close(einheitId, 2)).toMatchObject({
      code: 'aktenplan.alreadyClosed',
      message: { de: expect.stringContaining('24.11.2026') },
    });
  });

  it('F1 closes it and all below it for new Akten, and leaves the Akten there at work', async () => {
    const above = await addedEinheit(bench);
    const below = await addedEinheit(bench, { parentId: above.einheitId });
    const { akteId } = await openedVorgang(bench, below.kennzeichen);
    expect(await close(above.einheitId)).toEqual({ version: 2 });
    expect(await inForce(bench, below.einheitId)).toMatchObject({ closed: true });
    await expect(openedVorgang(bench, below.kennzeichen)).rejects.toThrow('aktenplan.stillgelegt');
    expect(await bench.run(openVorgang, { akteId, betreff: 'Nachtrag' })).toHaveProperty('vorgangId');
  });
});
