import { apply, around, concat, holdsMiddle, IDENTITY, union, type Box, type Matrix } from './box.js';
import { library, pictureOf, type PDFDocumentProxy, type PDFPageProxy } from './library.js';

/** One letter where it is drawn, in the user space of its page. */
export interface Glyph {
  readonly text: string;
  /** Ends of its piece of the baseline. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** From the baseline up, one em. */
  readonly up: readonly [number, number];
  readonly box: Box;
}

// Of one em, measured from the baseline: what letters of common fonts reach, descenders and accents included.
const [BELOW, ABOVE] = [-0.25, 0.92];

interface Font {
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
}
interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[];
}

/** What the text operators change (ISO 32000-2, 9.3), named as there. */
interface State {
  ctm: Matrix;
  font: Font | null;
  size: number;
  direction: 1 | -1;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

/**
 * Every letter that a page draws, in the order in which it draws them. The operators are those that the page is drawn
 * from, so that a letter stands where its picture is, whatever pieces it was written in. Left out is what a hidden
 * layer shows, and what a picture covers: nobody who redacts has seen that.
 */
export async function glyphsOf(document: PDFDocumentProxy, page: PDFPageProxy): Promise<Glyph[]> {
  const { OPS } = await library();
  const layers = (await document.getOptionalContentConfig()) as { isVisible(group: unknown): boolean };
  const { fnArray, argsArray } = await page.getOperatorList();
  const transparent = await transparentPictures(page, fnArray, argsArray);
  const found: { glyph: Glyph; covered: boolean }[] = [];
  const start = (ctm: Matrix): State => ({
    ...{ ctm, font: null, size: 0, direction: 1, leading: 0 },
    ...{ charSpacing: 0, wordSpacing: 0, scale: 1, rise: 0 },
  });
  let state = start(IDENTITY);
  let saved: State[] = [];
  const marked: boolean[] = [];
  let text: Matrix = IDENTITY;
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  const move = (dx: number, dy: number) => {
    x = lineX += dx;
    y = lineY += dy;
  };
  const restart = (matrix: Matrix) => {
    text = matrix;
    x = y = lineX = lineY = 0;
  };
  const save = () => saved.push({ ...state });
  const restore = () => (state = saved.pop() ?? state);

  fnArray.forEach((operator: number, index: number) => {
    const values = (argsArray[index] ?? []) as readonly unknown[];
    const numbers = values as readonly number[];
    const [first = 0, second = 0] = numbers;
    switch (operator) {
      case OPS.save:
      case OPS.beginGroup:
        return save();
      case OPS.restore:
      case OPS.endGroup:
      case OPS.endAnnotation:
      case OPS.paintFormXObjectEnd:
        return restore();
      case OPS.transform:
        return (state.ctm = concat(state.ctm, numbers as unknown as Matrix));
      case OPS.paintFormXObjectBegin:
        save();
        return (state.ctm = concat(state.ctm, (values[0] as Matrix | null) ?? IDENTITY));
      case OPS.beginAnnotation:
        saved = [{ ...start(IDENTITY) }];
        return (state = start(concat(values[2] as Matrix, values[3] as Matrix)));
      case OPS.beginMarkedContent:
        return marked.push(true);
      case OPS.beginMarkedContentProps:
        return marked.push((values[0] as string) !== 'OC' || layers.isVisible(values[1]));
      case OPS.endMarkedContent:
        return marked.pop();
      case OPS.beginText:
        return restart(IDENTITY);
      case OPS.setTextMatrix:
        return restart((Array.isArray(values[0]) || ArrayBuffer.isView(values[0]) ? values[0] : numbers) as Matrix);
      case OPS.setCharSpacing:
        return (state.charSpacing = first);
      case OPS.setWordSpacing:
        return (state.wordSpacing = first);
      case OPS.setHScale:
        return (state.scale = first / 100);
      case OPS.setLeading:
        return (state.leading = -first);
      case OPS.setTextRise:
        return (state.rise = first);
      case OPS.moveText:
        return move(first, second);
      case OPS.setLeadingMoveText:
        state.leading = second;
        return move(first, second);
      case OPS.nextLine:
        return move(0, state.leading);
      case OPS.setFont: {
        const name = values[0] as string;
        state.font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as Font) : null;
        [state.size, state.direction] = [Math.abs(second), second < 0 ? -1 : 1];
        return undefined;
      }
      case OPS.showText:
        return show(values[0] as readonly (PdfGlyph | number)[]);
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        return cover(values[0]);
    }
    return undefined;
  });
  return found.filter(({ covered }) => !covered).map(({ glyph }) => glyph);

  function show(pieces: readonly (PdfGlyph | number)[]): void {
    const { font, size, direction, rise } = state;
    // A font that is not there draws nothing, and its letters must not turn up either.
    if (!font || size === 0) return;
    const across = state.scale * direction;
    const unit = size * (font.fontMatrix?.[0] ?? 0.001);
    const seen = marked.every((visible) => visible);
    const step = (length: number) => (font.vertical ? (y -= length) : (x += length * across));
    for (const piece of pieces) {
      if (typeof piece === 'number') {
        step(((font.vertical ? 1 : -1) * piece * size) / 1000);
        continue;
      }
      const spacing = (piece.isSpace ? state.wordSpacing : 0) + state.charSpacing;
      const vertical = font.vertical ? (piece.vmetric ?? font.defaultVMetrics) : undefined;
      const advance = vertical ? -(vertical[0] ?? 0) * unit : piece.width * unit;
      const at = concat(state.ctm, concat(text, [1, 0, 0, 1, x, y + rise]));
      const glyph = glyphAt(at, piece.unicode, { advance: advance * across, size: size * direction, vertical });
      if (seen && glyph) found.push({ glyph, covered: false });
      step(vertical ? advance - spacing * direction : advance + spacing * (font.isType3Font ? 1 : direction));
    }
  }

  /** A picture without transparent parts hides every letter that was drawn before it. */
  function cover(named: unknown): void {
    if (transparent.has(named)) return;
    const corners = [apply(state.ctm, 0, 0), apply(state.ctm, 1, 0), apply(state.ctm, 0, 1), apply(state.ctm, 1, 1)];
    const box = around(corners);
    for (const entry of found) entry.covered ||= holdsMiddle(box, entry.glyph.box);
  }
}

/** ImageKind.RGBA_32BPP of the library: it has an alpha channel. */
const TRANSPARENT = 3;

async function transparentPictures(page: PDFPageProxy, operators: readonly number[], values: readonly unknown[]) {
  const { OPS } = await library();
  const found = new Set<unknown>();
  for (const [index, operator] of operators.entries()) {
    if (operator !== OPS.paintImageXObject && operator !== OPS.paintInlineImageXObject) continue;
    const [named] = (values[index] ?? []) as readonly unknown[];
    if ((await pictureOf(page, named))?.kind === TRANSPARENT) found.add(named);
  }
  return found;
}

function glyphAt(
  at: Matrix,
  unicode: string,
  { advance, size, vertical }: { advance: number; size: number; vertical: readonly number[] | undefined },
): Glyph | null {
  const text = unicode.normalize('NFC').replace(/\p{C}/gu, '');
  if (text === '') return null;
  // Written downwards, a letter fills the em below its place; the baseline of the new text runs along the column.
  const down = vertical ? advance : 0;
  const [from, to] = [apply(at, 0, 0), vertical ? apply(at, 0, -down) : apply(at, advance, 0)];
  const [top, bottom] = [ABOVE * size, BELOW * size];
  const corners = vertical
    ? [apply(at, -size / 2, 0), apply(at, size / 2, 0), apply(at, -size / 2, -down), apply(at, size / 2, -down)]
    : [apply(at, 0, bottom), apply(at, advance, bottom), apply(at, 0, top), apply(at, advance, top)];
  const head = vertical ? apply(at, size, 0) : apply(at, 0, size);
  return { text, from, to, up: [head[0] - from[0], head[1] - from[1]], box: union([around(corners)]) };
}
