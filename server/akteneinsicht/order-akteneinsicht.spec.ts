import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { leftOut, orderedPackage, someOrder, whole } from '../../test/support/akteneinsichten.js';
import { letterInVorgang } from '../../test/support/schwaerzungen.js';
import { newId } from '../platform/ids.js';
import { orderAkteneinsicht } from './order-akteneinsicht.js';

let bench: ActBench;
let letter: Awaited<ReturnType<typeof letterInVorgang>>;

beforeAll(async () => {
  bench = await openActBench();
  letter = await letterInVorgang(bench);
});
afterAll(() => bench.close());

const order = (own: object = {}, login = 'jana.petersen') =>
  bench.perform(login, orderAkteneinsicht, { ...someOrder(letter.vorgangId, [whole(letter.dokumentId)]), ...own });

describe('orderAkteneinsicht', () => {
  it('refuses without dokument.write, and a Vorgang that is not there', async () => {
    expect(await order({}, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await order({ scope: { kind: 'vorgang', id: newId() } })).toMatchObject({ code: 'platform.notFound' });
    expect(await order({ kontaktId: newId() })).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses while a Dokument is not decided, one that lies elsewhere, and one that is decided twice', async () => {
    const { dokumentId } = letter;
    expect(await order({ choices: [] })).toMatchObject({ code: 'akteneinsicht.notChosen' });
    for (const other of [whole(newId()), leftOut(dokumentId)])
      expect(await order({ choices: [whole(dokumentId), other] })).toMatchObject({ code: 'akteneinsicht.notChosen' });
  });

  it('refuses to give nothing, to leave out without a paragraph, and a redacted Dokument that was not made', async () => {
    const { dokumentId } = letter;
    expect(await order({ choices: [leftOut(dokumentId)] })).toMatchObject({ code: 'akteneinsicht.nothingGiven' });
    const silent = await order({ choices: [leftOut(dokumentId, { reason: 'anderes' })] });
    expect(silent).toMatchObject({
      reasons: [{ code: 'akteneinsicht.noReason' }, { code: 'akteneinsicht.nothingGiven' }],
    });
    expect(await order({ choices: [{ ...whole(dokumentId), share: 'redacted' }] })).toMatchObject({
      code: 'akteneinsicht.notRedacted',
    });
  });

  it('refuses other law without its paragraph, and nobody as applicant', async () => {
    expect(await order({ ground: 'anderes' })).toMatchObject({ code: 'akteneinsicht.noGround' });
    for (const applicant of ['', 'Erika\u202e', 'x'.repeat(10_000)])
      expect(await order({ applicant })).toMatchObject({ code: 'platform.invalidInput' });
    expect(await order({ days: 0 })).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('keeps what was decided, orders the job and tells the Protokoll', async () => {
    const { vorgangId, dokumentId, akteneinsichtId } = await orderedPackage(bench);
    const [row] = await bench.sql<{ state: string; items: { dokumentId: string; betreff: string; reason: string }[] }>(
      `SELECT state, items FROM akteneinsicht WHERE id = $1`,
      [akteneinsichtId],
    );
    expect(row?.state).toBe('wartet');
    expect(row?.items).toMatchObject([
      { dokumentId, share: 'whole', betreff: 'Anfrage', file: { mime: 'application/pdf' } },
      {
        share: 'leftOut',
        betreff: '',
        reason: '§ 29 Abs. 2 VwVfG: Berechtigtes Interesse Beteiligter oder Dritter',
        file: null,
      },
    ]);
    expect((await bench.followUps('akteneinsicht.compose')).map(({ key }) => key)).toContain(akteneinsichtId);
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'akteneinsicht.orderAkteneinsicht',
      payload: { whole: 1, leftOut: 1, redacted: 0, applicant: 'Erika Beispiel' },
    });
  });
});
