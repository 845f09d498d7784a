import { refuseEdit, refusePages, refuseRemoval, refuseRestoring, refuseText, type Annotation } from './annotation.js';

const OWN: Annotation = {
  ...{ id: 'a', dokumentId: 'd', kind: 'note', page: 1, text: 'prüfen', version: 1, removed: false },
  ...{ authorId: 'jana', author: 'Jana Petersen' },
};
const REMOVED: Annotation = { ...OWN, removed: true };

describe('the rules of annotations', () => {
  it('refuse to change the words of somebody else, also to whoever may remove them', () => {
    expect(refuseEdit(OWN, 'ruth', 'anders')).toMatchObject({
      code: 'annotation.notYours',
      message: { de: 'Diese Anmerkung ist von Jana Petersen.' },
    });
  });

  it('refuse to change what has been removed, and to empty a note', () => {
    expect(refuseEdit(REMOVED, 'jana', 'anders')).toMatchObject({ code: 'annotation.removed' });
    expect(refuseEdit(OWN, 'jana', '')).toMatchObject({ code: 'annotation.empty' });
    expect(refuseEdit({ ...OWN, kind: 'highlight' }, 'jana', '')).toBeNull();
    expect(refuseText('note', '')).toMatchObject({ code: 'annotation.empty' });
  });

  it('refuse to remove and to bring back what somebody else has written, without the right to', () => {
    expect(refuseRemoval(OWN, 'ruth', 'own')).toMatchObject({ code: 'annotation.notYours' });
    expect(refuseRestoring(REMOVED, 'ruth', 'own')).toMatchObject({ code: 'annotation.notYours' });
    expect(refuseRemoval(OWN, 'ruth', 'all')).toBeNull();
    expect(refuseRestoring(REMOVED, 'ruth', 'all')).toBeNull();
  });

  it('refuse to remove twice, and to bring back what is there', () => {
    expect(refuseRemoval(REMOVED, 'jana', 'own')).toMatchObject({ code: 'annotation.removed' });
    expect(refuseRestoring(OWN, 'jana', 'own')).toMatchObject({ code: 'annotation.there' });
  });

  it('refuse a file without pages that stay as they are', () => {
    expect(refusePages({ mime: 'application/msword' })).toMatchObject({ code: 'annotation.noPages' });
    expect(refusePages({ mime: 'application/pdf' })).toBeNull();
  });
});
