import { done } from '../closed-vorgang.js';
import { someNote } from '../annotations.js';
import type { TestOffice } from '../office.js';

/** A note that is changed, removed, brought back and stays. */
export async function annotate(office: TestOffice, dokumentId: string): Promise<void> {
  const by = 'jana.petersen';
  const added = done(await office.act(by, 'annotation.addAnnotation', someNote(dokumentId)));
  const { annotationId } = added;
  const edited = done(await office.act(by, 'annotation.editAnnotation', { ...added, text: 'erledigt' }));
  const { version } = edited;
  const removed = done(await office.act(by, 'annotation.removeAnnotation', { annotationId, version }));
  done(await office.act(by, 'annotation.restoreAnnotation', { annotationId, ...removed }));
}
