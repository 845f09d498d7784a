import { A4, type Colour, type Drawn, type DrawnText } from '../../platform/pdf/drawing.js';
import { textLines, textWidth } from '../../platform/pdf/text-lines.js';

/** Millimetres to points. */
export const mm = (millimetres: number) => (millimetres * 72) / 25.4;

/** Margins and fields of DIN 5008, form B: measured from the upper left corner of the sheet. */
export const LEFT = mm(25);
export const RIGHT = A4.width - mm(20);

export const INK: Colour = [0.13, 0.13, 0.15];
export const QUIET: Colour = [0.36, 0.37, 0.4];

export interface LetterHead {
  /** One line above the address, small: who gets the letter back. */
  readonly returnAddress: string;
  readonly address: readonly string[];
  /** Label and value, at the right beside the address. */
  readonly information: readonly (readonly [string, string])[];
  readonly subject: string;
}

/** Distance from the top in millimetres as a height in points. */
export function fromTop(millimetres: number): number {
  return A4.height - mm(millimetres);
}

/** Address field with return address, information block and subject, where windows of envelopes and readers expect them. */
export function letterHead({ returnAddress, address, information, subject }: LetterHead): Drawn[] {
  return [
    line(returnAddress, LEFT, fromTop(49), 7, 'Regular', QUIET),
    paragraph(address, LEFT, fromTop(58), 10.5, 14),
    {
      kind: 'text',
      role: 'P',
      runs: information.flatMap(([label, value], index) => [
        { text: label, x: mm(125), baseline: fromTop(54) - index * 14, size: 9, weight: 'Regular', colour: QUIET },
        { text: value, x: mm(157), baseline: fromTop(54) - index * 14, size: 9, weight: 'Regular', colour: INK },
      ]),
    },
    { ...line(subject, LEFT, fromTop(105), 11, 'Bold', INK), role: 'H1' },
  ];
}

/** Fold marks at 105 and 210 mm and the mark for the punch at 148.5 mm. */
export function foldMarks(): Drawn[] {
  const mark = (top: number, width: number): Drawn => ({
    kind: 'box',
    x: mm(5),
    y: fromTop(top),
    width: mm(width),
    height: 0.4,
    colour: [0.6, 0.6, 0.62],
  });
  return [mark(105, 4), mark(148.5, 6), mark(210, 4)];
}

export function line(
  text: string,
  x: number,
  baseline: number,
  size: number,
  weight: 'Regular' | 'Bold',
  colour: Colour,
): DrawnText {
  return { kind: 'text', role: 'P', runs: [{ text, x, baseline, size, weight, colour }] };
}

export function rightAligned(...[text, right, ...rest]: Parameters<typeof line>): DrawnText {
  const [, size, weight] = rest;
  return line(text, right - textWidth(text, size, weight), ...rest);
}

/** Lines under each other, read as one. */
export function paragraph(lines: readonly string[], x: number, top: number, size: number, leading: number): DrawnText {
  return {
    kind: 'text',
    role: 'P',
    runs: lines.map((text, index) => ({
      text,
      x,
      baseline: top - index * leading,
      size,
      weight: 'Regular',
      colour: INK,
    })),
  };
}

/** Paragraphs of running text between the margins, one blank line apart. */
export function runningText(paragraphs: readonly string[], top: number, size = 10.5, leading = 15): DrawnText[] {
  let baseline = top;
  return paragraphs.map((text) => {
    const lines = textLines(text, RIGHT - LEFT, size);
    const drawn = paragraph(lines, LEFT, baseline, size, leading);
    baseline -= (lines.length + 1) * leading;
    return drawn;
  });
}
