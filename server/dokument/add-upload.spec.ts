import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang } from '../../test/support/closed-vorgang.js';
import { dokumentRow, uploaded, waitingUploads } from '../../test/support/dokumente.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { addUpload } from './add-upload.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const details = { betreff: 'Bescheid', art: 'ausgang', date: '2026-11-20', state: 'entwurf' };

async function add(own: object = {}, login = 'jana.petersen') {
  const vorgangId = 'vorgangId' in own ? '' : (await openedVorgang(bench)).vorgangId;
  const uploadId = 'uploadId' in own ? '' : await uploaded(bench, login);
  return bench.perform(login, addUpload, { vorgangId, uploadId, ...details, ...own });
}

describe('addUpload', () => {
  it.each(['ines.vogt', 'amir.rakimov', 'kim.okafor'])('refuses %s without dokument.write', async (login) => {
    expect(await add({}, login)).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses a file that nobody has sent', async () => {
    expect(await add({ uploadId: newId() })).toMatchObject({ code: 'dokument.uploadUnknown' });
  });

  it("refuses somebody else's file", async () => {
    const uploadId = await uploaded(bench, 'ruth.lindqvist');
    expect(await add({ uploadId })).toMatchObject({ code: 'dokument.uploadUnknown' });
    expect(await waitingUploads(bench, 'ruth.lindqvist')).toContain(uploadId);
  });

  it('refuses an unknown Vorgang', async () => {
    expect(await add({ vorgangId: newId() })).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a Vorgang that is z. d. A., and the file stays with its person', async () => {
    const { vorgangId } = await closedVorgang(bench, '20.31.05');
    const uploadId = await uploaded(bench, 'jana.petersen');
    expect(await add({ vorgangId, uploadId })).toMatchObject({ code: 'akte.closed' });
    expect(await waitingUploads(bench, 'jana.petersen')).toContain(uploadId);
  });

  it.each([
    ['betreff', ''],
    ['betreff', 'x'.repeat(501)],
    ['betreff', 'Bescheid\u202efdp.exe'],
    ['betreff', 'Bescheid\u0007'],
    ['betreff', 'zwei\nZeilen'],
    ['art', 'brief'],
    ['date', '0000-01-01'],
    ['date', '2026-02-30'],
    ['date', '9999-12-31'],
    ['state', 'verworfen'],
  ])('refuses %s %j by naming the field', async (field, value) => {
    const refused = await add({ [field]: value });
    expect(refused).toMatchObject({ code: 'platform.invalidInput', message: { de: expect.stringContaining(field) } });
  });

  it('refuses the same file for a second Dokument, also at the same moment', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const uploadId = await uploaded(bench, 'jana.petersen');
    const answers = await Promise.all([add({ vorgangId, uploadId }), add({ vorgangId, uploadId })]);
    expect(answers.map((answer) => ('code' in answer ? answer.code : 'added')).sort()).toEqual([
      'added',
      'dokument.uploadUnknown',
    ]);
  });

  it('adds a draft with the bytes as they are, composes the umlauts of its Betreff, and uses the upload up', async () => {
    const uploadId = await uploaded(bench, 'jana.petersen', '%PDF-1.7 exactly these');
    const { vorgangId } = await openedVorgang(bench);
    const added = await add({ vorgangId, uploadId, betreff: ' Gru\u0308ner Bescheid ' });
    const { dokumentId } = added as { dokumentId: string };
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({
      betreff: 'Grüner Bescheid',
      art: 'ausgang',
      state: 'entwurf',
      date: '2026-11-20',
      versions: [1],
    });
    const [{ sha256 } = { sha256: '' }] = await bench.sql<{ sha256: string }>(
      `SELECT sha256 FROM dokument_version WHERE dokument_id = $1`,
      [dokumentId],
    );
    expect(Buffer.concat(await (await bench.objects.get(sha256)).toArray()).toString()).toBe('%PDF-1.7 exactly these');
    expect(await waitingUploads(bench, 'jana.petersen')).not.toContain(uploadId);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.addDokument',
      actor: bench.personId('jana.petersen'),
      payload: { dokumentId, sha256 },
    });
  });

  it('F7 takes received mail as final at once, whatever was wished', async () => {
    const { dokumentId } = (await add({ art: 'eingang', state: 'entwurf' })) as { dokumentId: string };
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ state: 'gueltig' });
  });
});
