import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { checkedOut } from '../../test/support/checkouts.js';
import { dokumentRow, draftDokument } from '../../test/support/dokumente.js';
import { examinedEingang } from '../../test/support/eingaenge.js';
import { closed, inBin, withAnlage } from '../../test/support/places.js';
import { addedDokument, createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { discardDokument } from './discard-dokument.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function discard(dokumentId: string, own: object = {}, login = 'jana.petersen') {
  const { version } = await dokumentRow(bench, dokumentId);
  return bench.perform(login, discardDokument, { dokumentId, version, reason: 'doppelt', ...own });
}

describe('F71 discardDokument', () => {
  it('refuses without dokument.write, without a reason, what is unknown, and a stale version', async () => {
    const { dokumentId } = await draftDokument(bench);
    expect(await discard(dokumentId, {}, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await discard(dokumentId, { reason: ' ' })).toMatchObject({ code: 'platform.invalidInput' });
    expect(await discard(dokumentId, { dokumentId: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await discard(dokumentId, { version: 7 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses out of a Vorgang that is z. d. A.', async () => {
    const { dokumentId, vorgangId } = await draftDokument(bench, { state: 'gueltig' });
    await closed(bench, vorgangId);
    expect(await discard(dokumentId)).toMatchObject({ code: 'akte.closed' });
  });

  it('refuses what came through the Posteingang', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const dokumentId = await addedDokument(bench, vorgangId, { eingangId: await examinedEingang(bench) });
    expect(await discard(dokumentId)).toMatchObject({ code: 'dokument.received' });
  });

  it('refuses what was signed off', async () => {
    const { dokumentId, vorgangId } = await draftDokument(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId);
    await bench.sql(
      `INSERT INTO zeichnung (id, mandant_id, vorgang_id, dokument_version_id, aufgabe_id, person_id, art, decision, at)
       SELECT $1, $2, $3, s.id, $4, $5, 'sachlich', 'richtig', now() FROM dokument_version s WHERE s.dokument_id = $6`,
      [newId(), bench.mandantId, vorgangId, aufgabeId, bench.personId('jana.petersen'), dokumentId],
    );
    expect(await discard(dokumentId)).toMatchObject({ code: 'dokument.signed' });
  });

  it('refuses what is checked out, what lies in the bin already, and an Anlage alone', async () => {
    expect(await discard((await checkedOut(bench)).dokumentId)).toMatchObject({ code: 'dokument.checkedOut' });
    expect(await discard((await inBin(bench)).dokumentId)).toMatchObject({ code: 'dokument.notInRegister' });
    expect(await discard((await withAnlage(bench)).anlageId)).toMatchObject({ code: 'dokument.isAnlage' });
  });

  it('puts it into the bin with its Anlagen, and its versions stay', async () => {
    const { dokumentId, anlageId, vorgangId } = await withAnlage(bench);
    expect(await discard(dokumentId)).toEqual({ version: 2 });
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ place: 'bin', versions: [1], vorgangId });
    expect(await dokumentRow(bench, anlageId)).toMatchObject({ place: 'bin' });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.discardDokument',
      payload: { reason: 'doppelt', text: { de: 'Dokument 1 „Bescheid“ in den Papierkorb gelegt. Grund: doppelt' } },
    });
  });
});
