import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { dokumentRow, draftDokument } from '../../test/support/dokumente.js';
import { addedDokument, idOf, openedVorgang, versionOf } from '../../test/support/records.js';
import { addedZusatzfeld } from '../../test/support/zusatzfelder.js';
import { closeZdA } from '../akte/close-zda.js';
import { editAkte } from '../akte/edit-akte.js';
import { editVorgang } from '../akte/edit-vorgang.js';
import type { Rejection } from '../contract/rejections.js';
import { editDokument } from '../dokument/edit-dokument.js';
import { indexRecords } from '../search/index-records.js';
import { loadSearch } from '../search/search.views.js';
import { loadZusatz } from './zusatzfeld.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const described = {
  betreff: 'Fassade',
  bemerkung: '',
  medium: 'elektronisch',
  standort: '',
  laufzeitBeginn: '2026-11-01',
};
const editV = async (vorgangId: string, zusatz: object) =>
  bench.perform('jana.petersen', editVorgang, {
    ...{ vorgangId, version: await versionOf(bench, 'vorgang', vorgangId), ...described, zusatz },
  });
const editD = async (dokumentId: string, zusatz: object, art = 'ausgang') => {
  const { version } = await dokumentRow(bench, dokumentId);
  const details = { betreff: 'Bescheid', art, date: '2026-11-20' };
  return bench.perform('jana.petersen', editDokument, { dokumentId, version, ...details, zusatz });
};
const close = async (vorgangId: string) =>
  bench.perform('jana.petersen', closeZdA, { vorgangId, version: await versionOf(bench, 'vorgang', vorgangId) });
const reasonsOf = (answer: unknown) => (answer as Rejection).reasons.map(({ code, link }) => [code, link]);

describe('F8 fillZusatz', () => {
  it('refuses half of what was typed: neither the good value nor the new Betreff is saved', async () => {
    await addedZusatzfeld(bench, 'vorgang', 'lage');
    const { vorgangId } = await openedVorgang(bench);
    const answer = await editV(vorgangId, { lage: 'Nord', fremd: 1, noch_eins: 'x' });
    expect(answer).toMatchObject({ code: 'zusatzfeld.invalid', reasons: [{}, {}] });
    const [row] = await bench.sql(`SELECT betreff, zusatz, version FROM vorgang WHERE id = $1`, [vorgangId]);
    expect(row).toEqual({ betreff: 'Fassadenreinigung', zusatz: {}, version: 1 });
  });

  it('refuses a value of 10,001 characters before it looks at the record', async () => {
    const { vorgangId } = await openedVorgang(bench);
    expect(await editV(vorgangId, { lage: 'x'.repeat(10_001) })).toMatchObject({ code: 'platform.invalidInput' });
    expect(await editV(vorgangId, { lage: { value: 'x' } })).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses the field of another position and of another kind of Dokument', async () => {
    const einheitId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '10');
    await addedZusatzfeld(bench, 'vorgang', 'anderswo', { einheitId });
    await addedZusatzfeld(bench, 'dokument', 'nur_vermerk', { dokumentArt: 'vermerk' });
    const { vorgangId, dokumentId } = await draftDokument(bench);
    expect(reasonsOf(await editV(vorgangId, { anderswo: 'x' }))).toEqual([
      ['zusatzfeld.unknownField', { noun: 'zusatzfeld', id: 'anderswo' }],
    ]);
    expect(await editD(dokumentId, { nur_vermerk: 'x' })).toMatchObject({ code: 'zusatzfeld.invalid' });
    expect(await editD(dokumentId, { nur_vermerk: 'x' }, 'vermerk')).toEqual({ version: 2 });
  });

  it('F7 refuses for a final Dokument and in a Vorgang z. d. A., the database too', async () => {
    await addedZusatzfeld(bench, 'dokument', 'spaet');
    const { dokumentId, vorgangId } = await draftDokument(bench, { state: 'gueltig' });
    expect(await editD(dokumentId, { spaet: 'x' })).toMatchObject({ code: 'dokument.final' });
    const write = bench.sql(`UPDATE dokument SET zusatz = '{"a": 1}' WHERE id = $1`, [dokumentId]);
    await expect(write).rejects.toThrow('a final Dokument is not described anew');
    done(await close(vorgangId));
    expect(await editV(vorgangId, { lage: 'x' })).toMatchObject({ code: 'akte.closed' });
  });

  it('F4 refuses z. d. A. with every required value that is missing, each with a link', async () => {
    const einheitId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '10.11.01');
    const own = { einheitId, need: 'required' } as const;
    await addedZusatzfeld(bench, 'akte', 'flurstueck', own);
    await addedZusatzfeld(bench, 'vorgang', 'bauherr', own);
    await addedZusatzfeld(bench, 'dokument', 'stempel', { ...own, dokumentArt: 'eingang' });
    const { akteId, vorgangId } = await openedVorgang(bench, '10.11.01');
    const dokumentId = await addedDokument(bench, vorgangId);
    await addedDokument(bench, vorgangId, { art: 'vermerk' });
    expect(reasonsOf(await close(vorgangId))).toEqual([
      ['zusatzfeld.missing', { noun: 'akte', id: akteId }],
      ['zusatzfeld.missing', { noun: 'dokument', id: dokumentId }],
      ['zusatzfeld.missing', { noun: 'vorgang', id: vorgangId }],
    ]);
    done(await editV(vorgangId, { bauherr: 'Stadt' }));
    expect(reasonsOf(await close(vorgangId))).toHaveLength(2);
    const elsewhere = await openedVorgang(bench);
    await addedDokument(bench, elsewhere.vorgangId);
    done(await close(elsewhere.vorgangId));
  });

  it('fills an Akte, says so in the Protokoll, and is found by its value', async () => {
    await addedZusatzfeld(bench, 'akte', 'gemarkung', { label: { de: 'Gemarkung', en: 'District' } });
    const { akteId } = await openedVorgang(bench);
    const federfuehrungId = await idOf(bench, 'unit', 'code', '20.31');
    const facts = { akteId, version: 1, ...described, federfuehrungId, laufzeitEnde: null };
    const zusatz = { gemarkung: 'Quittenbach' };
    expect(await bench.perform('jana.petersen', editAkte, { ...facts, zusatz })).toEqual({ version: 2 });
    expect((await bench.protokoll(akteId)).at(-1)).toMatchObject({
      action: 'akte.editAkte',
      payload: {
        after: { zusatz: { gemarkung: 'Quittenbach' } },
        text: { de: expect.stringContaining('Gemarkung') as string },
      },
    });
    const shown = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadZusatz(tx, 'akte', akteId));
    expect(shown).toMatchObject({ items: [{ key: 'gemarkung', state: 'fillable', value: 'Quittenbach' }] });
    while (Number(await bench.runner.transaction(bench.system, indexRecords)) > 0);
    const found = await bench.runner.transaction(bench.as('jana.petersen'), (tx) =>
      loadSearch(tx, 'quittenbach', null),
    );
    expect(found).toMatchObject({ hits: [{ id: akteId }] });
  });
});
