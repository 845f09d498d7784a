/** Left, bottom, right, top in the user space of a page, in points. */
export type Box = readonly [number, number, number, number];

/** Six numbers of an affine map, as PDF writes them. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** `inner` first, then `outer`: how `cm` and `Tm` are concatenated (ISO 32000-2, 8.3.4). */
export function concat(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The upright box around some points. */
export function around(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function union(boxes: readonly Box[]): Box {
  return around(
    boxes.flatMap(([left, bottom, right, top]) => [
      [left, bottom],
      [right, top],
    ]),
  );
}

/** Less than this is below one pixel of the new page: it covers nothing that anybody sees. */
const PIXEL = 0.3;

/** Whether two boxes have any visible part in common. */
export function touches(one: Box, other: Box): boolean {
  return (
    Math.min(one[2], other[2]) - Math.max(one[0], other[0]) > PIXEL &&
    Math.min(one[3], other[3]) - Math.max(one[1], other[1]) > PIXEL
  );
}

/** Whether the middle of `inner` lies in `outer`. */
export function holdsMiddle(outer: Box, inner: Box): boolean {
  const [x, y] = [(inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2];
  return x > outer[0] && x < outer[2] && y > outer[1] && y < outer[3];
}
