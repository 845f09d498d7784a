/** A word at a step of a diagram. The class `look` gives it its colour, `text` says the same without one. */
export interface DiagramMark {
  readonly elementId: string;
  readonly look: 'stopped' | 'running' | 'done' | 'ended' | 'count';
  readonly text: string;
}

/** The services of the diagram library that marks need. */
export interface MarkedDiagram {
  get(name: 'canvas'): { addMarker(id: string, marker: string): void; removeMarker(id: string, marker: string): void };
  get(name: 'elementRegistry'): { get(id: string): object | undefined };
  get(name: 'overlays'): {
    add(id: string, kind: string, overlay: object): string;
    remove(filter: { readonly type: string }): void;
  };
}

/** Puts words at steps, all that stood there before are taken away. What the model does not have is passed over. */
export function drawWords(diagram: MarkedDiagram, marks: readonly DiagramMark[]): void {
  const overlays = diagram.get('overlays');
  overlays.remove({ type: 'mark' });
  for (const { elementId, look, text } of marks) {
    if (!diagram.get('elementRegistry').get(elementId)) continue;
    const word = document.createElement('span');
    word.className = `mark ${look}`;
    word.textContent = text;
    // Above the step: inside it stand name and symbol, below it events at its border. It keeps a size that can be read.
    overlays.add(elementId, 'mark', { position: { top: -22, left: 0 }, html: word, scale: { min: 0.85, max: 1.1 } });
  }
}

/**
 * Gives elements a class, and takes it from those that had it.
 * @returns the ids that have it now: what the next call has to know
 */
export function markElements(
  diagram: MarkedDiagram,
  marker: string,
  ids: readonly string[],
  before: readonly string[],
): readonly string[] {
  const [canvas, registry] = [diagram.get('canvas'), diagram.get('elementRegistry')];
  for (const id of before) if (registry.get(id)) canvas.removeMarker(id, marker);
  const known = [...new Set(ids)].filter((id) => registry.get(id));
  for (const id of known) canvas.addMarker(id, marker);
  return known;
}
