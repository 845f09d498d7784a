export type Direction = 'up' | 'down';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Of two rows whose upper edges are nearer than this, in px, it is one: a card may be higher than its neighbour by its words. */
const SAME_ROW = 8;

/** Which of the boxes lies in the next row, nearest to the middle of the one at `at`; null where there is no row any more. */
export function inRow(boxes: readonly Box[], at: number, direction: Direction): number | null {
  const here = boxes[at];
  if (!here) return null;
  const beyond = (box: Box) => (direction === 'down' ? box.top - here.top : here.top - box.top);
  const rows = boxes.map((box, index) => ({ box, index })).filter(({ box }) => beyond(box) > SAME_ROW);
  const nearest = Math.min(...rows.map(({ box }) => beyond(box)));
  const row = rows.filter(({ box }) => beyond(box) < nearest + SAME_ROW);
  const away = (box: Box) => Math.abs(box.left + box.width / 2 - here.left - here.width / 2);
  return row.sort((one, other) => away(one.box) - away(other.box))[0]?.index ?? null;
}
