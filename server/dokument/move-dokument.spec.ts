import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { checkedOut } from '../../test/support/checkouts.js';
import { dokumentRow, draftDokument } from '../../test/support/dokumente.js';
import { done } from '../../test/support/closed-vorgang.js';
import { examinedEingang } from '../../test/support/eingaenge.js';
import { closed, inBin, takenOut, withAnlage } from '../../test/support/places.js';
import { addedDokument, createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { setSperre } from '../aussonderung/set-sperre.js';
import type { Rejection } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import { moveDokument } from './move-dokument.js';
import { loadPlace } from './outside.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const reason = 'falsch abgelegt';

async function move(dokumentId: string, own: object = {}, login = 'jana.petersen') {
  const { version } = await dokumentRow(bench, dokumentId);
  const vorgangId = 'vorgangId' in own ? '' : (await openedVorgang(bench)).vorgangId;
  return bench.perform(login, moveDokument, { dokumentId, version, vorgangId, reason, ...own });
}

describe('F9 moveDokument', () => {
  it('refuses without dokument.write, without a reason, and a stale version', async () => {
    const { dokumentId } = await draftDokument(bench);
    expect(await move(dokumentId, {}, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await move(dokumentId, { reason: '' })).toMatchObject({ code: 'platform.invalidInput' });
    expect(await move(dokumentId, { version: 7 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses an unknown Dokument and an unknown Vorgang', async () => {
    const { dokumentId } = await draftDokument(bench);
    expect(await move(dokumentId, { dokumentId: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await move(dokumentId, { vorgangId: newId() })).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses out of and into a Vorgang that is z. d. A.', async () => {
    const { dokumentId, vorgangId } = await draftDokument(bench, { state: 'gueltig' });
    const target = await openedVorgang(bench);
    await closed(bench, target.vorgangId);
    expect(await move(dokumentId, { vorgangId: target.vorgangId })).toMatchObject({ code: 'akte.closed' });
    await closed(bench, vorgangId);
    expect(await move(dokumentId)).toMatchObject({ code: 'akte.closed' });
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ vorgangId });
  });

  it('refuses into the Vorgang that it lies in, and what lies in the bin', async () => {
    const { dokumentId, vorgangId } = await draftDokument(bench);
    expect(await move(dokumentId, { vorgangId })).toMatchObject({ code: 'dokument.sameVorgang' });
    expect(await move((await inBin(bench)).dokumentId)).toMatchObject({ code: 'dokument.notInRegister' });
  });

  it('refuses with everything that ties it, each with what has to be dealt with', async () => {
    const { dokumentId, vorgangId } = await checkedOut(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId, { dokumentId });
    const refused = (await move(dokumentId)) as Rejection;
    expect(refused.code).toBe('dokument.notChangeable');
    expect(refused.reasons.map(({ code, link }) => [code, link?.id])).toEqual([
      ['dokument.checkedOut', undefined],
      ['dokument.openAufgabe', aufgabeId],
    ]);
  });

  it('refuses an Anlage without its main Dokument', async () => {
    const { anlageId, dokumentId } = await withAnlage(bench);
    expect(await move(anlageId)).toMatchObject({
      code: 'dokument.isAnlage',
      link: { noun: 'dokument', id: dokumentId },
    });
  });

  it('refuses under a Sperre on an Anlage of it, and both lie where they lay', async () => {
    const { dokumentId, anlageId, vorgangId } = await withAnlage(bench);
    const sperre = { objectKind: 'dokument', objectId: anlageId, reason: 'Klage vor dem Verwaltungsgericht' };
    done(await bench.perform('helga.brandt', setSperre, sperre));
    expect(await move(dokumentId)).toMatchObject({ code: 'aussonderung.underSperre' });
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ vorgangId });
    expect(await dokumentRow(bench, anlageId)).toMatchObject({ vorgangId });
  });

  it('moves it with its Anlagen under the next numbers, and its old address leads to where it lies now', async () => {
    const { dokumentId, anlageId, vorgangId } = await withAnlage(bench);
    const target = await openedVorgang(bench);
    await addedDokument(bench, target.vorgangId);
    expect(await move(dokumentId, { vorgangId: target.vorgangId })).toEqual({ vorgangId: target.vorgangId, nummer: 2 });
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({
      vorgangId: target.vorgangId,
      nummer: 2,
      versions: [1],
    });
    expect(await dokumentRow(bench, anlageId)).toMatchObject({ vorgangId: target.vorgangId, nummer: 3 });
    const place = await bench.database.transaction(bench.mandantId, (queries) => loadPlace(queries, dokumentId));
    expect(place).toEqual({ id: dokumentId, place: 'register', vorgangId: target.vorgangId });
    expect(await addedDokument(bench, vorgangId).then((id) => dokumentRow(bench, id))).toMatchObject({ nummer: 3 });
  });

  it('lets both Vorgaenge tell it, with both numbers and the reason', async () => {
    const { dokumentId, vorgangId } = await draftDokument(bench);
    const target = await openedVorgang(bench);
    await move(dokumentId, { vorgangId: target.vorgangId });
    const text = `Dokument 1 „Bescheid“ verschoben nach ${target.aktenzeichen}, Nr. 1. Grund: ${reason}`;
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({ payload: { text: { de: text } } });
    expect((await bench.protokoll(target.vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.moveDokument',
      payload: { text: { de: expect.stringContaining('„Bescheid“ übernommen als Nr. 1, bisher ') } },
    });
  });

  it('takes the Eingang along that it came from', async () => {
    const eingangId = await examinedEingang(bench);
    const { vorgangId } = await openedVorgang(bench);
    await bench.sql(`UPDATE eingang SET state = 'zugeordnet', vorgang_id = $2 WHERE id = $1`, [eingangId, vorgangId]);
    const dokumentId = await addedDokument(bench, vorgangId, { eingangId });
    const target = await openedVorgang(bench);
    await move(dokumentId, { vorgangId: target.vorgangId });
    const [eingang] = await bench.sql(`SELECT vorgang_id AS "vorgangId" FROM eingang WHERE id = $1`, [eingangId]);
    expect(eingang).toEqual({ vorgangId: target.vorgangId });
  });

  it('files what was taken out, also when the Vorgang it came from is closed meanwhile', async () => {
    const { dokumentId, vorgangId } = await takenOut(bench);
    await closed(bench, vorgangId);
    expect(await move(dokumentId)).toMatchObject({ nummer: 1 });
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ place: 'register', nummer: 1 });
  });

  it('gives what was taken out its old number back in its old Vorgang', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await addedDokument(bench, vorgangId);
    const { dokumentId } = await takenOut(bench, { vorgangId });
    expect(await move(dokumentId, { vorgangId })).toEqual({ vorgangId, nummer: 2 });
  });

  it('moves in opposite directions at once without waiting for ever', async () => {
    const [one, two] = [await draftDokument(bench), await draftDokument(bench)];
    const answers = await Promise.all([
      move(one.dokumentId, { vorgangId: two.vorgangId }),
      move(two.dokumentId, { vorgangId: one.vorgangId }),
    ]);
    expect(answers).toEqual([
      { vorgangId: two.vorgangId, nummer: 2 },
      { vorgangId: one.vorgangId, nummer: 2 },
    ]);
  });
});
