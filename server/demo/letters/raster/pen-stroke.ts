import type { Contour, Point } from './glyph-outline.js';

/** A pen drawn along points: a chain of small quadrilaterals, thicker where the hand presses. */
export function penStroke(points: readonly Point[], width: number): Contour[] {
  const smooth = points.slice(1).flatMap((point, index) => between(points, index, point));
  return smooth.slice(1).flatMap((end, index) => {
    const start = smooth[index];
    return start ? [segment(start, end, width * (0.75 + 0.25 * Math.sin(index / 5)))] : [];
  });
}

/** Eight points between two, on the curve through their neighbours (Catmull-Rom). */
function between(points: readonly Point[], index: number, end: Point): Point[] {
  const start = points[index] ?? end;
  const before = points[index - 1] ?? start;
  const after = points[index + 2] ?? end;
  return Array.from({ length: 8 }, (_, step) => {
    const t = step / 8;
    const mix = (a: number, b: number, c: number, d: number) =>
      0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    return { x: mix(before.x, start.x, end.x, after.x), y: mix(before.y, start.y, end.y, after.y) };
  });
}

function segment(start: Point, end: Point, width: number): Contour {
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const dx = (-(end.y - start.y) / length) * (width / 2);
  const dy = ((end.x - start.x) / length) * (width / 2);
  return [
    { x: start.x + dx, y: start.y + dy },
    { x: end.x + dx, y: end.y + dy },
    { x: end.x - dx, y: end.y - dy },
    { x: start.x - dx, y: start.y - dy },
  ];
}
