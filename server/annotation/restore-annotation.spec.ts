import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { annotationRow, notedLetter } from '../../test/support/annotations.js';
import { done } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { removeAnnotation } from './remove-annotation.js';
import { restoreAnnotation } from './restore-annotation.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const restore = (annotationId: string, version: number, login = 'jana.petersen') =>
  bench.perform(login, restoreAnnotation, { annotationId, version });

async function removedNote(by: string) {
  const noted = await notedLetter(bench);
  const { annotationId } = noted;
  const { version } = done(await bench.perform(by, removeAnnotation, { annotationId, version: 1 }));
  return { ...noted, version };
}

describe('restoreAnnotation', () => {
  it('refuses without annotation.write, an unknown one, a stale version, and one that is there', async () => {
    const { annotationId, version } = await removedNote('jana.petersen');
    expect(await restore(annotationId, version, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await restore(newId(), version)).toMatchObject({ code: 'platform.notFound' });
    expect(await restore(annotationId, 1)).toMatchObject({ code: 'platform.stale' });
    const back = done(await restore(annotationId, version));
    expect(await restore(annotationId, back.version)).toMatchObject({ code: 'annotation.there' });
  });

  it('brings back what the author or the Leitung has removed, with its words', async () => {
    const { annotationId, version, vorgangId } = await removedNote('ruth.lindqvist');
    expect(await restore(annotationId, version)).toEqual({ version: 3 });
    expect(await annotationRow(bench, annotationId)).toMatchObject({ removed: false, text: 'Anschrift prüfen' });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({ action: 'annotation.restoreAnnotation' });
  });
});
