import type { LayersView } from '../contract/annotation-views.js';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { notedLetter, someNote } from '../../test/support/annotations.js';
import { done } from '../../test/support/closed-vorgang.js';
import { dokumentRow, draftDokument } from '../../test/support/dokumente.js';
import { letterInVorgang, markedLetter, NAME_BOX } from '../../test/support/schwaerzungen.js';
import { deleteDokument } from '../dokument/delete-dokument.js';
import { discardDokument } from '../dokument/discard-dokument.js';
import { newId } from '../platform/ids.js';
import { addAnnotation } from './add-annotation.js';
import { loadLayers } from './layers.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const ask = (login: string, dokumentId: string, nummer = 1) =>
  bench.runner.transaction(bench.as(login), (tx) => loadLayers(tx, dokumentId, nummer));
const layersFor = async (login: string, dokumentId: string, nummer = 1): Promise<LayersView> =>
  done(await ask(login, dokumentId, nummer));

/** A second version, as an act that brings one leaves it. */
async function secondVersion(dokumentId: string): Promise<void> {
  await bench.sql(
    `INSERT INTO dokument_version (id, mandant_id, dokument_id, nummer, file_name, mime, sha256, size, created_at, created_by)
     SELECT gen_random_uuid(), mandant_id, dokument_id, 2, file_name, mime, sha256, size, created_at, created_by
       FROM dokument_version WHERE dokument_id = $1`,
    [dokumentId],
  );
}

describe('loadLayers', () => {
  it('finds nothing for a Dokument or a version that is not there, nor for a foreign Mandant', async () => {
    const { dokumentId } = await notedLetter(bench);
    expect(await ask('jana.petersen', newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await ask('jana.petersen', dokumentId, 7)).toMatchObject({ code: 'platform.notFound' });
    const foreign = { ...bench.system, mandantId: newId() };
    const answer = await bench.runner.transaction(foreign, (tx) =>
      tx.query(`SELECT FROM annotation WHERE dokument_id = $1`, [dokumentId]),
    );
    expect(answer).toEqual([]);
  });

  it('says what whoever asks may do: change the own one, and with the right to it remove all', async () => {
    const { dokumentId } = await notedLetter(bench);
    const mays = async (login: string) => (await layersFor(login, dokumentId)).annotations.map(({ may }) => may);
    expect(await mays('jana.petersen')).toEqual([{ edit: true, remove: true }]);
    expect(await mays('ruth.lindqvist')).toEqual([{ edit: false, remove: true }]);
  });

  it('offers nothing in a Vorgang that is z. d. A., and shows what was noted there', async () => {
    const { dokumentId, vorgangId } = await notedLetter(bench);
    await bench.sql(`UPDATE vorgang SET state = 'zdA', zda_date = '2026-11-24' WHERE id = $1`, [vorgangId]);
    const { annotations, mayAdd } = await layersFor('jana.petersen', dokumentId);
    expect([mayAdd, annotations[0]?.may]).toEqual([false, { edit: false, remove: false }]);
  });

  it('has those of another version apart: their places may lie elsewhere in this one', async () => {
    const { dokumentId, annotationId } = await notedLetter(bench);
    await secondVersion(dokumentId);
    done(await bench.perform('jana.petersen', addAnnotation, someNote(dokumentId, { nummer: 2, text: 'neu' })));
    const newer = await layersFor('jana.petersen', dokumentId, 2);
    expect(newer.annotations.map(({ text }) => text)).toEqual(['neu']);
    expect(newer.elsewhere).toMatchObject([{ id: annotationId, nummer: 1, author: 'Jana Petersen' }]);
  });

  it('has the places that are marked to be redacted, of this version alone', async () => {
    const { dokumentId } = await markedLetter(bench);
    await secondVersion(dokumentId);
    expect((await layersFor('jana.petersen', dokumentId)).redactions).toEqual([{ page: 1, boxes: [NAME_BOX] }]);
    expect((await layersFor('jana.petersen', dokumentId, 2)).redactions).toEqual([]);
  });

  it('has no stamp for what did not come through the Posteingang', async () => {
    const { dokumentId } = await letterInVorgang(bench);
    expect((await layersFor('jana.petersen', dokumentId)).receipt).toBeNull();
  });

  it('is gone with its Dokument', async () => {
    const { dokumentId } = await draftDokument(bench);
    const { annotationId } = done(await bench.perform('jana.petersen', addAnnotation, someNote(dokumentId)));
    const about = async () => ({
      dokumentId,
      version: (await dokumentRow(bench, dokumentId)).version,
      reason: 'doppelt',
    });
    done(await bench.perform('jana.petersen', discardDokument, await about()));
    done(await bench.perform('helga.brandt', deleteDokument, await about()));
    expect(await bench.sql(`SELECT FROM annotation WHERE id = $1`, [annotationId])).toEqual([]);
    expect(await ask('jana.petersen', dokumentId)).toMatchObject({ code: 'platform.notFound' });
  });
});
