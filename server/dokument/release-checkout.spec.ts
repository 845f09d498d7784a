import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { checkOut } from './check-out.js';
import { releaseCheckout } from './release-checkout.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

/** A draft that Jana has taken along. */
async function taken(): Promise<{ dokumentId: string; vorgangId: string }> {
  const { vorgangId } = await openedVorgang(bench);
  const dokumentId = await addedDokument(bench, vorgangId, { state: 'entwurf' });
  await bench.perform('jana.petersen', checkOut, { dokumentId, version: 1 });
  return { dokumentId, vorgangId };
}

const current = async (dokumentId: string) =>
  (await bench.sql<{ version: number }>(`SELECT version FROM dokument WHERE id = $1`, [dokumentId]))[0]?.version ?? 0;

const release = (dokumentId: string, login = 'kim.okafor', from = 'jana.petersen') =>
  bench.perform(login, releaseCheckout, { dokumentId, fromId: bench.personId(from), reason: 'verlässt das Amt' });

describe('releaseCheckout', () => {
  it('refuses whoever lacks the permission, and what somebody else has', async () => {
    const { dokumentId } = await taken();
    expect(await release(dokumentId, 'helga.brandt')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await release(dokumentId, 'kim.okafor', 'deniz.aydin')).toMatchObject({ code: 'platform.notFound' });
    expect(await release(dokumentId, 'ruth.lindqvist', 'ines.vogt')).toMatchObject({ code: 'platform.notFound' });
  });

  it('gives it back, so that another person can take it, and the Vorgang says why', async () => {
    const { dokumentId, vorgangId } = await taken();
    expect(await release(dokumentId)).toEqual({ dokumentId });
    expect(
      await bench.perform('deniz.aydin', checkOut, { dokumentId, version: await current(dokumentId) }),
    ).not.toHaveProperty('code');
    expect(
      (await bench.protokoll(vorgangId)).find(({ action }) => action === 'dokument.releaseCheckout'),
    ).toMatchObject({
      payload: { text: { de: expect.stringContaining('von Jana Petersen zurückgegeben. Grund: verlässt das Amt') } },
    });
  });
});
