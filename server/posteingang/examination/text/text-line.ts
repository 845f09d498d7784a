/** Left, bottom, right, top in points, origin at the lower left. */
export type Box = readonly [number, number, number, number];

/** A piece of a line that was placed as one: where its characters stand. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly box: Box;
}

/** One line as a reader sees it; two blanks separate columns. Without a page (mail body) there are no spans. */
export interface TextLine {
  readonly text: string;
  readonly page: number | null;
  readonly spans: readonly Span[];
}

/** Lines of text that stands on no page. */
export function linesOfText(text: string): TextLine[] {
  return text.split(/\r?\n/).map((line) => ({ text: line, page: null, spans: [] }));
}

/** The box around the characters from `start` to `end` of a line, or null where the line stands on no page. */
export function boxOf(line: TextLine, start: number, end: number): Box | null {
  const parts = line.spans.map((span) => cut(span, start, end)).filter((box) => box !== null);
  const [first] = parts;
  if (!first) return null;
  return parts.reduce<Box>(
    ([left, bottom, right, top], box) => [
      Math.min(left, box[0]),
      Math.min(bottom, box[1]),
      Math.max(right, box[2]),
      Math.max(top, box[3]),
    ],
    first,
  );
}

/** Characters are taken as equally wide within a span: off by a letter at most, enough for a mark on the page. */
function cut(span: Span, start: number, end: number): Box | null {
  const from = Math.max(start, span.start);
  const to = Math.min(end, span.end);
  if (from >= to) return null;
  const [left, bottom, right, top] = span.box;
  const perCharacter = (right - left) / (span.end - span.start);
  return [left + (from - span.start) * perCharacter, bottom, left + (to - span.start) * perCharacter, top];
}
