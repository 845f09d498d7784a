import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { checkedOut, checkoutsOf, takenOver } from '../../test/support/checkouts.js';
import { dokumentRow, draftDokument, uploaded, waitingUploads } from '../../test/support/dokumente.js';
import { newId } from '../platform/ids.js';
import { checkIn } from './check-in.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function bring(dokumentId: string, uploadId?: string, login = 'jana.petersen') {
  const sent = uploadId ?? (await uploaded(bench, login));
  return bench.perform(login, checkIn, { dokumentId, uploadId: sent, comment: 'Anlage ergänzt' });
}

describe('checkIn', () => {
  it('refuses without dokument.write', async () => {
    const { dokumentId } = await checkedOut(bench);
    expect(await bring(dokumentId, newId(), 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown Dokument, an unknown file, and what nobody has checked out', async () => {
    expect(await bring(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await bring((await checkedOut(bench)).dokumentId, newId())).toMatchObject({
      code: 'dokument.uploadUnknown',
    });
    expect(await bring((await draftDokument(bench)).dokumentId)).toMatchObject({ code: 'dokument.notCheckedOut' });
  });

  it('refuses whoever has not checked it out, and names who has', async () => {
    const { dokumentId } = await checkedOut(bench);
    expect(await bring(dokumentId, undefined, 'ruth.lindqvist')).toMatchObject({
      code: 'dokument.checkedOut',
      message: { de: expect.stringContaining('Jana Petersen') },
    });
  });

  it('refuses the robbed person with name and reason, and their file stays as a draft that they can fetch', async () => {
    const { dokumentId } = await takenOver(bench);
    const uploadId = await uploaded(bench, 'jana.petersen');
    expect(await bring(dokumentId, uploadId)).toMatchObject({
      code: 'dokument.takenFromYou',
      message: { de: '„Bescheid“ hat Helga Brandt von Ihnen übernommen. Grund: Frist läuft ab' },
    });
    expect(await waitingUploads(bench, 'jana.petersen')).toContain(uploadId);
    expect((await dokumentRow(bench, dokumentId)).versions).toEqual([1]);
  });

  it('refuses the second of two check-ins at once: one version more, and the other file waits', async () => {
    const { dokumentId } = await checkedOut(bench);
    const uploads = [await uploaded(bench, 'jana.petersen'), await uploaded(bench, 'jana.petersen')];
    const answers = await Promise.all(uploads.map((uploadId) => bring(dokumentId, uploadId)));
    expect(answers.map((answer) => ('code' in answer ? answer.code : 'in')).sort()).toEqual([
      'dokument.notCheckedOut',
      'in',
    ]);
    const lost = uploads[answers.findIndex((answer) => 'code' in answer)];
    expect(await waitingUploads(bench, 'jana.petersen')).toContain(lost);
    expect((await dokumentRow(bench, dokumentId)).versions).toEqual([1, 2]);
  });

  it('adds the next version with its comment and frees the Dokument', async () => {
    const { dokumentId, vorgangId } = await checkedOut(bench);
    expect(await bring(dokumentId)).toMatchObject({ nummer: 2 });
    expect(await checkoutsOf(bench, dokumentId)).toMatchObject([{ ending: 'checkedIn' }]);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.checkIn',
      payload: { text: { de: 'Fassung 2 von „Bescheid“: Anlage ergänzt' } },
    });
  });
});
