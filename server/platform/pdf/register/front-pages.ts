import { ACCENT, QUIET, RULE, TEXT } from '../colours.js';
import { composePdf } from '../compose-pdf.js';
import { A4, type Drawn, type DrawnPage } from '../drawing.js';
import { LEFT, placeBlocks, RIGHT, WIDTH, type Block } from '../page-blocks.js';
import { text } from '../text-items.js';
import { textLines, textWidth } from '../text-lines.js';
import type { CoverSheet, PartContent, PlacedPart, RegisterPart } from './register-parts.js';

/** Cover sheet and register, as a PDF of its own. Its number of pages does not depend on the page numbers that it names. */
export function frontPages(cover: CoverSheet, parts: readonly PlacedPart[]): Uint8Array {
  const rows = parts.map(({ part, firstPage, pages }) =>
    part.kind === 'heading' ? headingRow(part.title) : dokumentRow(part, firstPage, pages),
  );
  const pages = [...placeBlocks(coverBlocks(cover)), ...placeBlocks([registerHead(), ...rows])];
  return draw(cover, pages);
}

/** The page that stands for what cannot be shown. */
export function placeholderPage(
  cover: CoverSheet,
  { ordnungsnummer, betreff }: Extract<RegisterPart, { kind: 'dokument' }>,
  content: Extract<PartContent, { kind: 'placeholder' }>,
): Uint8Array {
  const blocks = [
    heading(`Dokument ${ordnungsnummer}`, 'Platzhalter'),
    ...paragraph(betreff, 12),
    ...paragraph(content.reason, 11),
    ...factBlock(['Datei', content.name]),
    ...factBlock(['SHA-256', content.sha256]),
  ];
  return draw(cover, placeBlocks(blocks));
}

function draw({ mandant, title, createdAt }: CoverSheet, pages: readonly (readonly Drawn[])[]): Uint8Array {
  const drawn = pages.map((items): DrawnPage => ({ ...A4, items }));
  return composePdf({ title, author: mandant, language: 'de-DE', createdAt }, drawn);
}

function coverBlocks({ mandant, kind, title, facts, notes }: CoverSheet): Block[] {
  return [
    heading(mandant, kind),
    ...paragraph(title, 13),
    ...facts.flatMap(factBlock),
    space(18),
    ...notes.flatMap((note) => paragraph(note, 9.5)),
  ];
}

function heading(above: string, title: string): Block {
  const lines = textLines(title, WIDTH, 24, 'Bold');
  return {
    height: 60 + lines.length * 28,
    draw: (top) => [
      { kind: 'box', x: 0, y: A4.height - 8, width: A4.width, height: 8, colour: ACCENT },
      text('P', above, LEFT, top - 10, 10, 'Bold', ACCENT),
      ...lines.map((line, index) => text('H1', line, LEFT, top - 52 - index * 28, 24, 'Bold', TEXT)),
    ],
  };
}

function space(height: number): Block {
  return { height, draw: () => [] };
}

/** A long text goes on as further blocks, for a block must fit on a page. */
const LINES_IN_ONE_PIECE = 30;

function paragraph(words: string, size: number): Block[] {
  const leading = size * 1.4;
  return chunks(textLines(words, WIDTH, size)).map((lines, index, all) => ({
    height: lines.length * leading + (index === all.length - 1 ? 8 : 0),
    draw: (top) => lines.map((line, row) => text('P', line, LEFT, top - size - row * leading, size, 'Regular', TEXT)),
  }));
}

const VALUE_LEFT = LEFT + 130;

function factBlock([name, value]: readonly [string, string]): Block[] {
  return chunks(textLines(value, RIGHT - VALUE_LEFT, 10)).map((lines, index) => ({
    height: lines.length * 14 + 6,
    draw: (top) => [
      ...(index === 0 ? [text('P', name, LEFT, top - 12, 9, 'Regular', QUIET)] : []),
      ...lines.map((line, row) => text('P', line, VALUE_LEFT, top - 12 - row * 14, 10, 'Regular', TEXT)),
    ],
  }));
}

const DATE_LEFT = LEFT + 52;
const BETREFF_LEFT = DATE_LEFT + 68;
const BETREFF_WIDTH = RIGHT - BETREFF_LEFT - 62;

function registerHead(): Block {
  return {
    height: 74,
    draw: (top) => [
      text('H1', 'Register', LEFT, top - 24, 18, 'Bold', TEXT),
      text('P', 'Nr.', LEFT, top - 56, 9, 'Regular', QUIET),
      text('P', 'Datum', DATE_LEFT, top - 56, 9, 'Regular', QUIET),
      text('P', 'Betreff', BETREFF_LEFT, top - 56, 9, 'Regular', QUIET),
      rightText('Blatt', top - 56, 'Bold'),
      { kind: 'box', x: LEFT, y: top - 64, width: WIDTH, height: 0.5, colour: RULE },
    ],
  };
}

function headingRow(title: string): Block {
  const lines = textLines(title, WIDTH, 11, 'Bold').slice(0, LINES_IN_ONE_PIECE);
  return {
    height: lines.length * 15 + 12,
    draw: (top) => lines.map((line, row) => text('H2', line, LEFT, top - 18 - row * 15, 11, 'Bold', TEXT)),
  };
}

function dokumentRow(
  { ordnungsnummer, date, betreff }: Extract<RegisterPart, { kind: 'dokument' }>,
  firstPage: number,
  pages: number,
): Block {
  const lines = textLines(betreff, BETREFF_WIDTH, 10).slice(0, LINES_IN_ONE_PIECE);
  const range = pages > 1 ? `${firstPage}–${firstPage + pages - 1}` : String(firstPage);
  return {
    height: lines.length * 13 + 5,
    draw: (top) => [
      text('P', ordnungsnummer, LEFT, top - 11, 10, 'Regular', TEXT),
      text('P', date, DATE_LEFT, top - 11, 10, 'Regular', TEXT),
      ...lines.map((line, row) => text('P', line, BETREFF_LEFT, top - 11 - row * 13, 10, 'Regular', TEXT)),
      rightText(range, top - 11, 'Regular'),
    ],
  };
}

function rightText(words: string, baseline: number, weight: 'Bold' | 'Regular'): Drawn {
  return text('P', words, RIGHT - textWidth(words, 10, weight), baseline, 10, weight, TEXT);
}

function chunks(lines: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(lines.length / LINES_IN_ONE_PIECE) }, (_, index) =>
    lines.slice(index * LINES_IN_ONE_PIECE, (index + 1) * LINES_IN_ONE_PIECE),
  );
}
