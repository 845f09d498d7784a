interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Before which of the boxes, which lie in rows that wrap, something is put that is let go at this point; their number means: at the end. */
export function placeAt(boxes: readonly Box[], x: number, y: number): number {
  const found = boxes.findIndex(({ left, right, top, bottom }) => y < top || (y <= bottom && x < (left + right) / 2));
  return found === -1 ? boxes.length : found;
}
