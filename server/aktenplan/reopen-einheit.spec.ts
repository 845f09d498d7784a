import { addedEinheit, inForce, TODAY } from '../../test/support/aktenplan.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { closeEinheit } from './close-einheit.js';
import { reopenEinheit } from './reopen-einheit.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const reopen = (einheitId: string, version: number, login = 'helga.brandt') =>
  bench.perform(login, reopenEinheit, { einheitId, version, validFrom: TODAY });

async function closed() {
  const einheit = await addedEinheit(bench);
  const input = { einheitId: einheit.einheitId, version: 1, validFrom: TODAY };
  done(await bench.perform('helga.brandt', closeEinheit, input));
  return einheit;
}

describe('reopenEinheit', () => {
  it('refuses whoever is not of the Registratur', async () => {
    expect(await reopen((await closed()).einheitId, 2, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown position and a stale version', async () => {
    expect(await reopen(newId(), 1)).toMatchObject({ code: 'platform.notFound' });
    expect(await reopen((await closed()).einheitId, 1)).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses one that is closed only by the position above it', async () => {
    const above = await addedEinheit(bench);
    const below = await addedEinheit(bench, { parentId: above.einheitId });
    const input = { einheitId: above.einheitId, version: 1, validFrom: TODAY };
    done(await bench.perform('helga.brandt', closeEinheit, input));
    expect(await reopen(below.einheitId, 1)).toMatchObject({ code: 'aktenplan.notClosed' });
  });

  it('opens it again for new Akten', async () => {
    const { einheitId, kennzeichen } = await closed();
    expect(await reopen(einheitId, 2)).toEqual({ version: 3 });
    expect(await inForce(bench, einheitId)).toMatchObject({ closed: false });
    expect(await openedVorgang(bench, kennzeichen)).toHaveProperty('akteId');
  });
});
