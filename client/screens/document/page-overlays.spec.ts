import type { AnnotationView, LayersView } from '../../../server/contract/annotation-views.js';
import { LAYERS } from './document-layers.js';
import { overlaysByPage } from './page-overlays.js';

const note: AnnotationView = {
  ...{ id: 'a', version: 1, nummer: 1, page: 3, kind: 'note', boxes: [], text: 'Anschrift prüfen' },
  ...{ author: 'Jana Petersen', createdAt: '2026-11-24T09:00:00Z', changedAt: null, may: { edit: true, remove: true } },
};
const view: LayersView = {
  ...{ annotations: [note], elsewhere: [{ ...note, id: 'b' }], mayAdd: true, receipt: null },
  redactions: [{ page: 3, boxes: [[1, 2, 3, 4]] }],
};

describe('overlaysByPage', () => {
  it('draws nothing while nothing is known, of layers that nobody wants, and of another version', () => {
    expect(overlaysByPage(null, new Set(LAYERS)).size).toBe(0);
    expect(overlaysByPage(view, new Set()).size).toBe(0);
    const ids = overlaysByPage(view, new Set(LAYERS))
      .get(3)
      ?.map(({ id }) => id);
    expect(ids).toEqual(['redaction 0', 'a']);
  });

  it('names a pin by author and words, and has none for what is marked to be redacted', () => {
    const labels = overlaysByPage(view, new Set(LAYERS))
      .get(3)
      ?.map(({ label }) => label);
    expect(labels).toEqual([null, 'Anmerkung von Jana Petersen: Anschrift prüfen']);
  });

  it('draws what was found over everything, and the one that is shown in its own way', () => {
    const hit = (id: string) => ({
      ...{ id, page: 3, boxes: [[1, 2, 3, 4]] as const, stretch: { start: 0, end: 1 } },
      ...{ before: '', found: 'x', after: '' },
    });
    const found = overlaysByPage(view, new Set(LAYERS), { hits: [hit('3.0'), hit('3.9')], shown: '3.9' }).get(3);
    expect(found?.slice(-2).map(({ kind }) => kind)).toEqual(['found', 'found-shown']);
  });
});
