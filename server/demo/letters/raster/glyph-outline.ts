import { tableOf, type Font } from '../../../platform/pdf/truetype.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A closed line. */
export type Contour = readonly Point[];

interface CurvePoint extends Point {
  readonly onCurve: boolean;
}

/** The outline of a glyph in font units, curves already broken into short lines (OpenType, table glyf). */
export function glyphOutline(font: Font, glyph: number): Contour[] {
  const data = glyphData(font, glyph);
  if (data.length < 10) return [];
  const contours = data.readInt16BE(0);
  return contours < 0 ? compositeOutline(font, data) : simpleOutline(data, contours).map(flatten);
}

function glyphData(font: Font, glyph: number): Buffer {
  const loca = tableOf(font.tables, 'loca');
  const isLong = tableOf(font.tables, 'head').readInt16BE(50) === 1;
  const place = (index: number) => (isLong ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2);
  return tableOf(font.tables, 'glyf').subarray(place(glyph), place(glyph + 1));
}

function simpleOutline(data: Buffer, contourCount: number): CurvePoint[][] {
  const ends = Array.from({ length: contourCount }, (_, index) => data.readUInt16BE(10 + index * 2));
  const count = (ends.at(-1) ?? -1) + 1;
  const instructions = data.readUInt16BE(10 + contourCount * 2);
  const { flags, at } = readFlags(data, 12 + contourCount * 2 + instructions, count);
  const horizontal = readCoordinates(data, at, flags, 0x02, 0x10);
  const vertical = readCoordinates(data, horizontal.at, flags, 0x04, 0x20);
  const points = flags.map((flag, index) => ({
    x: horizontal.values[index] ?? 0,
    y: vertical.values[index] ?? 0,
    onCurve: (flag & 1) !== 0,
  }));
  return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? -1) + 1, end + 1));
}

function readFlags(data: Buffer, start: number, count: number): { flags: number[]; at: number } {
  const flags: number[] = [];
  let at = start;
  while (flags.length < count) {
    const flag = data.readUInt8(at);
    at += 1;
    const repeats = (flag & 0x08) === 0 ? 0 : data.readUInt8(at++);
    for (let repeat = 0; repeat <= repeats; repeat += 1) flags.push(flag);
  }
  return { flags, at };
}

function readCoordinates(
  data: Buffer,
  start: number,
  flags: readonly number[],
  short: number,
  sameOrPositive: number,
): { values: number[]; at: number } {
  let at = start;
  let value = 0;
  const values = flags.map((flag) => {
    if ((flag & short) !== 0) value += (flag & sameOrPositive) !== 0 ? data.readUInt8(at++) : -data.readUInt8(at++);
    else if ((flag & sameOrPositive) === 0) {
      value += data.readInt16BE(at);
      at += 2;
    }
    return value;
  });
  return { values, at };
}

/** „ä“ is „a“ with dots: parts that are only moved. Scaled parts do not occur in Noto Sans; they would stay unscaled. */
function compositeOutline(font: Font, data: Buffer): Contour[] {
  const outlines: Contour[] = [];
  let at = 10;
  for (let flags = 0x20; (flags & 0x20) !== 0;) {
    flags = data.readUInt16BE(at);
    const isWord = (flags & 1) !== 0;
    const dx = isWord ? data.readInt16BE(at + 4) : data.readInt8(at + 4);
    const dy = isWord ? data.readInt16BE(at + 6) : data.readInt8(at + 5);
    const part = glyphOutline(font, data.readUInt16BE(at + 2));
    outlines.push(...part.map((contour) => contour.map(({ x, y }) => ({ x: x + dx, y: y + dy }))));
    at += (isWord ? 8 : 6) + ((flags & 0x08) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0);
  }
  return outlines;
}

/** Between two control points lies an implied point on the curve; each curve becomes four lines. */
function flatten(points: readonly CurvePoint[]): Contour {
  const explicit = points.flatMap((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    return point.onCurve || next.onCurve ? [point] : [point, { ...middle(point, next), onCurve: true }];
  });
  const first = explicit.findIndex(({ onCurve }) => onCurve);
  if (first === -1) return [];
  const ordered = [...explicit.slice(first), ...explicit.slice(0, first)];
  const contour: Point[] = [];
  let current: Point = ordered[0] ?? { x: 0, y: 0 };
  ordered.forEach((point, index) => {
    if (point.onCurve) {
      contour.push(point);
      current = point;
      return;
    }
    const end = ordered[(index + 1) % ordered.length] ?? point;
    for (const t of [0.25, 0.5, 0.75]) contour.push(quadratic(current, point, end, t));
  });
  return contour;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function quadratic(start: Point, control: Point, end: Point, t: number): Point {
  const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
  return { x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y };
}
