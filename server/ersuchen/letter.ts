import { QUIET, TEXT } from '../platform/pdf/colours.js';
import { composePdf } from '../platform/pdf/compose-pdf.js';
import { A4, type DrawnPage } from '../platform/pdf/drawing.js';
import { LEFT, placeBlocks, WIDTH, type Block } from '../platform/pdf/page-blocks.js';
import { text } from '../platform/pdf/text-items.js';
import { textLines } from '../platform/pdf/text-lines.js';

export interface Letter {
  readonly kind: 'Ersuchen' | 'Antwort';
  readonly from: string;
  readonly to: string;
  readonly betreff: string;
  /** Label and value, in the order in which they stand above the text; German, as every letter of the office. */
  readonly facts: readonly (readonly [string, string])[];
  readonly text: string;
}

/** What the letter is called in the register of either side. */
export function letterTitle({ kind, betreff }: Pick<Letter, 'kind' | 'betreff'>): string {
  return kind === 'Ersuchen' ? `Ersuchen: ${betreff}` : `Antwort auf das Ersuchen: ${betreff}`;
}

/** A PDF with title, language and structure. */
export function drawLetter(letter: Letter): Uint8Array {
  const { from, to, facts } = letter;
  const head = [['Von', from] as const, ['An', to] as const, ...facts];
  const blocks = [
    ...lines(letterTitle(letter), 16, 'H1'),
    ...head.flatMap(([label, value]) => lines(`${label}: ${value}`, 10, 'H2')),
    ...lines(' ', 10, 'P'),
    ...lines(letter.text, 11, 'P'),
  ];
  const pages = placeBlocks(blocks).map((items): DrawnPage => ({ ...A4, items }));
  return composePdf({ title: letterTitle(letter), author: from, language: 'de-DE', createdAt: null }, pages);
}

/** One block a line, so that a long text goes on on the next page. */
function lines(words: string, size: number, role: 'H1' | 'H2' | 'P'): Block[] {
  const [weight, colour] =
    role === 'H2' ? (['Regular', QUIET] as const) : ([role === 'H1' ? 'Bold' : 'Regular', TEXT] as const);
  const leading = size * 1.4;
  return textLines(words, WIDTH, size, weight).map((line) => ({
    height: leading,
    draw: (top) => [text(role === 'H2' ? 'P' : role, line, LEFT, top - size, size, weight, colour)],
  }));
}
