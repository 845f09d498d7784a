import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { checkedOut, checkoutsOf } from '../../test/support/checkouts.js';
import { closedVorgang } from '../../test/support/closed-vorgang.js';
import { dokumentRow, draftDokument, uploaded } from '../../test/support/dokumente.js';
import { newId } from '../platform/ids.js';
import { addVersion } from './add-version.js';
import { checkOut } from './check-out.js';
import { editDokument } from './edit-dokument.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function take(dokumentId: string, login = 'jana.petersen', version?: number) {
  const row = await dokumentRow(bench, dokumentId);
  return bench.perform(login, checkOut, { dokumentId, version: version ?? row.version });
}

describe('checkOut', () => {
  it('refuses without dokument.write', async () => {
    expect(await take((await draftDokument(bench)).dokumentId, 'kim.okafor')).toMatchObject({
      code: 'identity.notPermitted',
    });
  });

  it('refuses an unknown Dokument and a stale version', async () => {
    const unknown = await bench.perform('jana.petersen', checkOut, { dokumentId: newId(), version: 1 });
    expect(unknown).toMatchObject({ code: 'platform.notFound' });
    const { dokumentId } = await draftDokument(bench);
    expect(await take(dokumentId, 'jana.petersen', 7)).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses in a Vorgang that is z. d. A., and a final Dokument in an open one', async () => {
    const { dokumentIds } = await closedVorgang(bench, '20.31.05');
    expect(await take(dokumentIds[0]!)).toMatchObject({ code: 'akte.closed' });
    const { dokumentId } = await draftDokument(bench, { state: 'gueltig' });
    expect(await take(dokumentId)).toMatchObject({ code: 'dokument.final' });
  });

  it('refuses the second of two people who take it at once, and names the first', async () => {
    const { dokumentId } = await draftDokument(bench);
    const answers = await Promise.all([take(dokumentId), take(dokumentId, 'ruth.lindqvist')]);
    expect(answers.map((answer) => ('code' in answer ? answer.code : 'out')).sort()).toEqual([
      'dokument.checkedOut',
      'out',
    ]);
    const [holder] = await checkoutsOf(bench, dokumentId);
    const name = holder?.login === 'jana.petersen' ? 'Jana Petersen' : 'Ruth Lindqvist';
    const refused = answers.find((answer) => 'code' in answer);
    expect(refused).toMatchObject({ message: { de: expect.stringContaining(`${name}, seit 24.11.2026`) } });
  });

  it('keeps everybody else from changing it, details and versions alike, and leaves its row to one person', async () => {
    const { dokumentId, vorgangId } = await checkedOut(bench);
    const { version } = await dokumentRow(bench, dokumentId);
    const details = { betreff: 'Anders', art: 'ausgang', date: null };
    const uploadId = await uploaded(bench, 'ruth.lindqvist');
    const edit = await bench.perform('ruth.lindqvist', editDokument, { dokumentId, version, ...details });
    const add = await bench.perform('ruth.lindqvist', addVersion, { dokumentId, version, uploadId, comment: '' });
    expect([edit, add]).toMatchObject([{ code: 'dokument.checkedOut' }, { code: 'dokument.checkedOut' }]);
    expect(await checkoutsOf(bench, dokumentId)).toMatchObject([{ login: 'jana.petersen', ending: null }]);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.checkOut',
      payload: { baseNummer: 1, text: { de: '„Bescheid“ ausgecheckt, Fassung 1' } },
    });
  });
});
