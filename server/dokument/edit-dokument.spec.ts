import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang } from '../../test/support/closed-vorgang.js';
import { dokumentRow, draftDokument } from '../../test/support/dokumente.js';
import { newId } from '../platform/ids.js';
import { editDokument } from './edit-dokument.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const details = { betreff: 'Neuer Betreff', art: 'vermerk', date: null };

async function edit(dokumentId: string, own: object = {}, login = 'jana.petersen') {
  const { version } = await dokumentRow(bench, dokumentId);
  return bench.perform(login, editDokument, { dokumentId, version, ...details, ...own });
}

describe('editDokument', () => {
  it('refuses without dokument.write', async () => {
    const { dokumentId } = await draftDokument(bench);
    expect(await edit(dokumentId, {}, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown Dokument', async () => {
    const answer = await bench.perform('jana.petersen', editDokument, { dokumentId: newId(), version: 1, ...details });
    expect(answer).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a stale version', async () => {
    const { dokumentId } = await draftDokument(bench);
    await edit(dokumentId);
    expect(await edit(dokumentId, { version: 1 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses in a Vorgang that is z. d. A.', async () => {
    const { dokumentIds } = await closedVorgang(bench, '20.31.05');
    expect(await edit(dokumentIds[0]!)).toMatchObject({ code: 'akte.closed' });
  });

  it('F7 refuses a final Dokument', async () => {
    const { dokumentId } = await draftDokument(bench, { state: 'gueltig' });
    expect(await edit(dokumentId)).toMatchObject({ code: 'dokument.final' });
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ betreff: 'Bescheid', version: 1 });
  });

  it('F7 is held by the database too, should an act forget to ask', async () => {
    const { dokumentId } = await draftDokument(bench, { state: 'gueltig' });
    const write = bench.sql(`UPDATE dokument SET betreff = 'x' WHERE id = $1`, [dokumentId]);
    await expect(write).rejects.toThrow('a final Dokument is not described anew');
  });

  it('changes what is said about a draft and keeps what was said before in the Protokoll', async () => {
    const { dokumentId, vorgangId } = await draftDokument(bench);
    expect(await edit(dokumentId)).toEqual({ version: 2 });
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ ...details, version: 2 });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.editDokument',
      payload: {
        before: { betreff: 'Bescheid', art: 'ausgang', date: '2026-11-20' },
        after: details,
        text: {
          de: 'Angaben zu „Neuer Betreff“ geändert: „Bescheid“ → „Neuer Betreff“, ausgang → vermerk, 20.11.2026 → –',
        },
      },
    });
  });
});
