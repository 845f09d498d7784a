import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { annotationRow, notedLetter } from '../../test/support/annotations.js';
import { done } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { editAnnotation } from './edit-annotation.js';
import { removeAnnotation } from './remove-annotation.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const edit = (annotationId: string, own: object = {}, login = 'jana.petersen') =>
  bench.perform(login, editAnnotation, { annotationId, version: 1, text: 'erledigt', ...own });

describe('editAnnotation', () => {
  it('refuses without annotation.write, and an unknown one', async () => {
    const { annotationId } = await notedLetter(bench);
    expect(await edit(annotationId, {}, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await edit(newId())).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses to change the words of somebody else, also to the Leitung', async () => {
    const { annotationId } = await notedLetter(bench);
    expect(await edit(annotationId, {}, 'ruth.lindqvist')).toMatchObject({ code: 'annotation.notYours' });
    expect(await annotationRow(bench, annotationId)).toMatchObject({ text: 'Anschrift prüfen', version: 1 });
  });

  it('refuses to empty a note, 10,000 letters, and what was removed', async () => {
    const { annotationId } = await notedLetter(bench);
    expect(await edit(annotationId, { text: '' })).toMatchObject({ code: 'annotation.empty' });
    expect(await edit(annotationId, { text: 'x'.repeat(10_000) })).toMatchObject({ code: 'platform.invalidInput' });
    const removed = done(await bench.perform('jana.petersen', removeAnnotation, { annotationId, version: 1 }));
    expect(await edit(annotationId, removed)).toMatchObject({ code: 'annotation.removed' });
  });

  it('refuses one of two who change it at once', async () => {
    const { annotationId } = await notedLetter(bench);
    const answers = await Promise.all([edit(annotationId, { text: 'eins' }), edit(annotationId, { text: 'zwei' })]);
    expect(answers.filter((answer) => 'code' in answer)).toMatchObject([{ code: 'platform.stale' }]);
  });

  it('changes the own words, answers what stood there, and puts neither into the Protokoll', async () => {
    const { annotationId, vorgangId } = await notedLetter(bench);
    const answer = await edit(annotationId);
    expect(answer).toEqual({ version: 2, before: { text: 'Anschrift prüfen' } });
    expect(await annotationRow(bench, annotationId)).toMatchObject({ text: 'erledigt', version: 2 });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'annotation.editAnnotation',
      payload: { text: { de: '„Anfrage“: Anmerkung auf Seite 1 geändert' } },
    });
    expect(JSON.stringify(await bench.protokoll(vorgangId))).not.toMatch(/Anschrift|erledigt/);
  });
});
