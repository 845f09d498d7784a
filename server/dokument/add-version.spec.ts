import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { dokumentRow, draftDokument, uploaded, waitingUploads } from '../../test/support/dokumente.js';
import { newId } from '../platform/ids.js';
import { addVersion } from './add-version.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function add(dokumentId: string, own: object = {}, login = 'jana.petersen') {
  const { version } = await dokumentRow(bench, dokumentId);
  const uploadId = 'uploadId' in own ? '' : await uploaded(bench, login);
  return bench.perform(login, addVersion, { dokumentId, version, uploadId, comment: '', ...own });
}

describe('addVersion', () => {
  it('refuses without dokument.write', async () => {
    const { dokumentId } = await draftDokument(bench);
    expect(await add(dokumentId, {}, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses an unknown Dokument and an unknown file', async () => {
    const { dokumentId } = await draftDokument(bench);
    const input = { dokumentId: newId(), version: 1, uploadId: newId(), comment: '' };
    expect(await bench.perform('jana.petersen', addVersion, input)).toMatchObject({ code: 'platform.notFound' });
    expect(await add(dokumentId, { uploadId: newId() })).toMatchObject({ code: 'dokument.uploadUnknown' });
  });

  it('F7 refuses a final Dokument, and the file stays with its person', async () => {
    const { dokumentId } = await draftDokument(bench, { state: 'gueltig' });
    const uploadId = await uploaded(bench, 'jana.petersen');
    expect(await add(dokumentId, { uploadId })).toMatchObject({ code: 'dokument.final' });
    expect(await waitingUploads(bench, 'jana.petersen')).toContain(uploadId);
  });

  it('refuses the bytes that are there already', async () => {
    const { dokumentId } = await draftDokument(bench, { content: '%PDF same' });
    const uploadId = await uploaded(bench, 'jana.petersen', '%PDF same');
    expect(await add(dokumentId, { uploadId })).toMatchObject({ code: 'dokument.sameBytes' });
  });

  it('refuses the second of two people who add at once, and loses neither file', async () => {
    const { dokumentId } = await draftDokument(bench);
    const answers = await Promise.all([add(dokumentId), add(dokumentId, {}, 'ruth.lindqvist')]);
    expect(answers.map((answer) => ('code' in answer ? answer.code : 'added')).sort()).toEqual([
      'added',
      'platform.stale',
    ]);
    expect((await dokumentRow(bench, dokumentId)).versions).toEqual([1, 2]);
    const loser = 'code' in answers[0] ? 'jana.petersen' : 'ruth.lindqvist';
    expect((await waitingUploads(bench, loser)).length).toBeGreaterThan(0);
  });

  it('adds the next version beside the earlier one, which cannot be changed or removed', async () => {
    const { dokumentId, vorgangId } = await draftDokument(bench);
    expect(await add(dokumentId, { comment: 'Frist berichtigt' })).toEqual({ version: 2, nummer: 2 });
    expect((await dokumentRow(bench, dokumentId)).versions).toEqual([1, 2]);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.addVersion',
      payload: { nummer: 2, text: { de: 'Fassung 2 von „Bescheid“: Frist berichtigt' } },
    });
    const change = bench.sql(`UPDATE dokument_version SET sha256 = 'x' WHERE dokument_id = $1`, [dokumentId]);
    await expect(change).rejects.toThrow('permission denied');
    const removal = bench.sql(`DELETE FROM dokument_version WHERE dokument_id = $1`, [dokumentId]);
    await expect(removal).rejects.toThrow('a version goes only with its Dokument');
  });
});
