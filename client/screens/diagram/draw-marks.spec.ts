import { drawWords, markElements, type MarkedDiagram } from './draw-marks.js';

/** A diagram with two steps and one flow, as far as marks touch it. */
function diagramOf() {
  const classes: Record<string, string[]> = { a: [], b: [], flow: [] };
  let words: { id: string; text: string; className: string }[] = [];
  const canvas = {
    addMarker: (id: string, marker: string) => void classes[id]!.push(marker),
    removeMarker: (id: string, marker: string) => void (classes[id] = classes[id]!.filter((name) => name !== marker)),
  };
  const overlays = {
    add: (id: string, _kind: string, { html }: { html: HTMLElement }) => {
      words.push({ id, text: html.textContent, className: html.className });
      return id;
    },
    remove: () => void (words = []),
  };
  const services = { canvas, overlays, elementRegistry: { get: (id: string) => (id in classes ? {} : undefined) } };
  const diagram = { get: (name: keyof typeof services) => services[name] } as unknown as MarkedDiagram;
  return { diagram, classes, words: () => words };
}

describe('drawWords', () => {
  it('passes over a step that this version of the model does not have', () => {
    const { diagram, words } = diagramOf();
    drawWords(diagram, [{ elementId: 'gone', look: 'done', text: '2 Std.' }]);
    expect(words()).toEqual([]);
  });

  it('replaces what stood there', () => {
    const { diagram, words } = diagramOf();
    drawWords(diagram, [{ elementId: 'a', look: 'running', text: 'seit 2 Std.' }]);
    drawWords(diagram, [{ elementId: 'b', look: 'stopped', text: 'Störung' }]);
    expect(words()).toEqual([{ id: 'b', text: 'Störung', className: 'mark stopped' }]);
  });
});

describe('markElements', () => {
  it('takes the class from what is no longer meant, and gives it once', () => {
    const { diagram, classes } = diagramOf();
    const before = markElements(diagram, 'taken', ['a', 'flow', 'flow', 'gone'], []);
    expect(before).toEqual(['a', 'flow']);
    expect(markElements(diagram, 'taken', ['flow'], before)).toEqual(['flow']);
    expect(classes).toEqual({ a: [], b: [], flow: ['taken'] });
  });
});
