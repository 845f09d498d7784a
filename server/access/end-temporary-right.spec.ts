import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { openedVorgang } from '../../test/support/records.js';
import { protectedFor, sees } from '../../test/support/rights.js';
import { newId } from '../platform/ids.js';
import { endTemporaryRight } from './end-temporary-right.js';
import { grantTemporaryRight } from './grant-temporary-right.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const end = (temporaryRightId: string, login = 'helga.brandt') =>
  bench.perform(login, endTemporaryRight, { temporaryRightId });

async function given() {
  const { akteId, vorgangId } = await openedVorgang(bench);
  await protectedFor(bench, akteId);
  const personId = bench.personId('tomasz.sliwa');
  const input = { vorgangId, personId, until: bench.clock.today(), reason: 'Einsicht' };
  const answer = await bench.perform('helga.brandt', grantTemporaryRight, input);
  return { vorgangId, temporaryRightId: (answer as { temporaryRightId: string }).temporaryRightId };
}

describe('endTemporaryRight', () => {
  it('refuses whoever lacks the permission or does not see the Vorgang', async () => {
    const { temporaryRightId } = await given();
    expect(await end(temporaryRightId, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await end(temporaryRightId, 'ruth.lindqvist')).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses an unknown right and one that has ended', async () => {
    expect(await end(newId())).toMatchObject({ code: 'platform.notFound' });
    const { temporaryRightId } = await given();
    await end(temporaryRightId);
    expect(await end(temporaryRightId)).toMatchObject({ code: 'access.alreadyEnded' });
  });

  it('ends the right at once, and tells the Protokoll of the Vorgang', async () => {
    const { vorgangId, temporaryRightId } = await given();
    expect(await sees(bench, 'tomasz.sliwa', 'vorgang', vorgangId)).toBe(true);
    expect(await end(temporaryRightId)).toEqual({ temporaryRightId });
    expect(await sees(bench, 'tomasz.sliwa', 'vorgang', vorgangId)).toBe(false);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      payload: { text: { de: 'Leserecht auf Zeit beendet: Tomasz Śliwa' } },
    });
  });
});
