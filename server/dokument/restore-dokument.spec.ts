import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { dokumentRow, draftDokument } from '../../test/support/dokumente.js';
import { closed, inBin } from '../../test/support/places.js';
import { newId } from '../platform/ids.js';
import { restoreDokument } from './restore-dokument.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function restore(dokumentId: string, own: object = {}, login = 'jana.petersen') {
  const { version } = await dokumentRow(bench, dokumentId);
  return bench.perform(login, restoreDokument, { dokumentId, version, ...own });
}

describe('F71 restoreDokument', () => {
  it('refuses without dokument.write, what is unknown, and a stale version', async () => {
    const { dokumentId } = await inBin(bench);
    expect(await restore(dokumentId, {}, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await restore(dokumentId, { dokumentId: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await restore(dokumentId, { version: 1 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses what is not in the bin, and into a Vorgang that is z. d. A. meanwhile', async () => {
    expect(await restore((await draftDokument(bench)).dokumentId)).toMatchObject({ code: 'dokument.notInBin' });
    const { dokumentId, vorgangId } = await inBin(bench);
    await closed(bench, vorgangId);
    expect(await restore(dokumentId)).toMatchObject({ code: 'akte.closed' });
  });

  it('brings it back under its number, as it was', async () => {
    const { dokumentId, vorgangId } = await inBin(bench);
    expect(await restore(dokumentId)).toEqual({ version: 3 });
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ place: 'register', nummer: 1, state: 'entwurf' });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({ action: 'dokument.restoreDokument' });
  });
});
