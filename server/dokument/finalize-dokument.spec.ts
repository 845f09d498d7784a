import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { checkedOut } from '../../test/support/checkouts.js';
import { dokumentRow, draftDokument } from '../../test/support/dokumente.js';
import { newId } from '../platform/ids.js';
import { checkOut } from './check-out.js';
import { finalizeDokument } from './finalize-dokument.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function settle(dokumentId: string, login = 'jana.petersen', version?: number) {
  const row = await dokumentRow(bench, dokumentId);
  return bench.perform(login, finalizeDokument, { dokumentId, version: version ?? row.version });
}

describe('F7 finalizeDokument', () => {
  it('refuses without dokument.write', async () => {
    const { dokumentId } = await draftDokument(bench);
    expect(await settle(dokumentId, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses what is unknown, stale, or final already', async () => {
    const unknown = await bench.perform('jana.petersen', finalizeDokument, { dokumentId: newId(), version: 1 });
    expect(unknown).toMatchObject({ code: 'platform.notFound' });
    const { dokumentId } = await draftDokument(bench);
    expect(await settle(dokumentId, 'jana.petersen', 7)).toMatchObject({ code: 'platform.stale' });
    const { dokumentId: settled } = await draftDokument(bench, { state: 'gueltig' });
    expect(await settle(settled)).toMatchObject({ code: 'dokument.final' });
  });

  it('refuses while somebody works on it', async () => {
    const { dokumentId } = await checkedOut(bench);
    expect(await settle(dokumentId)).toMatchObject({ code: 'dokument.checkedOut' });
  });

  it('makes it final, with the version that counts in the Protokoll, and nobody takes it out any more', async () => {
    const { dokumentId, vorgangId } = await draftDokument(bench);
    expect(await settle(dokumentId)).toEqual({ version: 2 });
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ state: 'gueltig' });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.finalizeDokument',
      payload: { nummer: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const out = await bench.perform('jana.petersen', checkOut, { dokumentId, version: 2 });
    expect(out).toMatchObject({ code: 'dokument.final' });
  });
});
