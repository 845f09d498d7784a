import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { annotationRow, notedLetter } from '../../test/support/annotations.js';
import { done } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { loadLayers } from './layers.views.js';
import { removeAnnotation } from './remove-annotation.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const remove = (annotationId: string, own: object = {}, login = 'jana.petersen') =>
  bench.perform(login, removeAnnotation, { annotationId, version: 1, ...own });

describe('removeAnnotation', () => {
  it('refuses without annotation.write, an unknown one, and a stale version', async () => {
    const { annotationId } = await notedLetter(bench);
    expect(await remove(annotationId, {}, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await remove(newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await remove(annotationId, { version: 2 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses that of somebody else, and the second time', async () => {
    const { annotationId } = await notedLetter(bench, 'ruth.lindqvist');
    expect(await remove(annotationId)).toMatchObject({
      code: 'annotation.notYours',
      remedy: { de: expect.stringContaining('Leitung und Registratur') },
    });
    const removed = done(await remove(annotationId, {}, 'ruth.lindqvist'));
    expect(await remove(annotationId, removed, 'ruth.lindqvist')).toMatchObject({ code: 'annotation.removed' });
  });

  it('refuses in a Vorgang that is z. d. A.', async () => {
    const { annotationId, vorgangId } = await notedLetter(bench);
    await bench.sql(`UPDATE vorgang SET state = 'zdA', zda_date = '2026-11-24' WHERE id = $1`, [vorgangId]);
    expect(await remove(annotationId)).toMatchObject({ code: 'akte.closed' });
  });

  it('takes the own one out of sight, and with the right to it that of somebody else, and says whose it was', async () => {
    const { annotationId, dokumentId, vorgangId } = await notedLetter(bench);
    done(await remove(annotationId, {}, 'ruth.lindqvist'));
    const layers = done(
      await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadLayers(tx, dokumentId, 1)),
    );
    expect(layers.annotations).toEqual([]);
    expect(await annotationRow(bench, annotationId)).toMatchObject({ removed: true, version: 2 });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'annotation.removeAnnotation',
      actor: bench.personId('ruth.lindqvist'),
      payload: { text: { de: '„Anfrage“: Anmerkung von Jana Petersen auf Seite 1 entfernt' } },
    });
  });
});
