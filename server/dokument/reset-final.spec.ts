import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang } from '../../test/support/closed-vorgang.js';
import { dokumentRow, draftDokument, uploaded } from '../../test/support/dokumente.js';
import { newId } from '../platform/ids.js';
import { addVersion } from './add-version.js';
import { resetFinal } from './reset-final.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function reset(dokumentId: string, own: object = {}, login = 'helga.brandt') {
  const { version } = await dokumentRow(bench, dokumentId);
  return bench.perform(login, resetFinal, { dokumentId, version, reason: 'Schreibfehler', ...own });
}

describe('F7 resetFinal', () => {
  it.each(['jana.petersen', 'ruth.lindqvist', 'kim.okafor'])('refuses %s, not of the Registratur', async (login) => {
    const { dokumentId } = await draftDokument(bench, { state: 'gueltig' });
    expect(await reset(dokumentId, {}, login)).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses without a reason, what is unknown, stale, or a draft already', async () => {
    const { dokumentId } = await draftDokument(bench, { state: 'gueltig' });
    expect(await reset(dokumentId, { reason: ' ' })).toMatchObject({ code: 'platform.invalidInput' });
    expect(await reset(dokumentId, { dokumentId: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await reset(dokumentId, { version: 7 })).toMatchObject({ code: 'platform.stale' });
    const { dokumentId: draft } = await draftDokument(bench);
    expect(await reset(draft)).toMatchObject({ code: 'dokument.notFinal' });
  });

  it('refuses in a Vorgang that is z. d. A.', async () => {
    const { dokumentIds } = await closedVorgang(bench, '20.31.05');
    expect(await reset(dokumentIds[0]!)).toMatchObject({ code: 'akte.closed' });
  });

  it('makes a draft of it again, with the reason in the Protokoll, and the earlier version stays', async () => {
    const { dokumentId, vorgangId } = await draftDokument(bench, { state: 'gueltig' });
    const answer = await reset(dokumentId);
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ state: 'entwurf', versions: [1], ...answer });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.resetFinal',
      payload: { text: { de: '„Bescheid“ ist wieder Entwurf. Grund: Schreibfehler' } },
    });
    const input = { dokumentId, ...answer, uploadId: await uploaded(bench, 'jana.petersen'), comment: '' };
    expect(await bench.perform('jana.petersen', addVersion, input)).toMatchObject({ nummer: 2 });
  });
});
