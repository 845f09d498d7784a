import { ACCENT, QUIET, RULE, TEXT } from '../platform/pdf/colours.js';
import { composePdf } from '../platform/pdf/compose-pdf.js';
import { A4, type Drawn, type DrawnPage, type TextRole } from '../platform/pdf/drawing.js';
import { LEFT, placeBlocks, RIGHT, WIDTH, type Block } from '../platform/pdf/page-blocks.js';
import { run, text } from '../platform/pdf/text-items.js';
import { textLines, textWidth } from '../platform/pdf/text-lines.js';
import type { Schreiben, SchreibenBlock } from './schreiben.js';

export interface SchreibenHead {
  readonly mandant: string;
  readonly aktenzeichen: string;
}

/**
 * Draws a filled Schreiben on A4 with the margins of DIN 5008. It tells no time of its own, so the same words have the
 * same bytes on any day.
 *
 * @returns a PDF with embedded letters, title, language and structure
 */
export function renderSchreiben(schreiben: Schreiben, head: SchreibenHead): Uint8Array {
  const placed = placeBlocks([headBlock(schreiben, head), ...schreiben.blocks.flatMap(blocksOf)]);
  const pages = placed.map((items, index): DrawnPage => ({
    ...A4,
    items: [...items, ...footer(head, index + 1, placed.length)],
  }));
  const { title, language } = schreiben;
  return composePdf({ title, author: head.mandant, language, createdAt: null }, pages);
}

/** Authority and Aktenzeichen in one line, the address field, then the title. */
function headBlock({ title, recipient }: Schreiben, { mandant, aktenzeichen }: SchreibenHead): Block {
  const address = recipient.flatMap((entry) => textLines(entry, WIDTH / 2, 11));
  const titleLines = textLines(title, WIDTH, 18, 'Bold');
  const addressTop = 44;
  const titleTop = addressTop + (address.length > 0 ? address.length * 14 + 34 : 12);
  return {
    height: titleTop + titleLines.length * 23 + 14,
    draw: (top) => [
      { kind: 'box', x: 0, y: A4.height - 8, width: A4.width, height: 8, colour: ACCENT },
      text('P', mandant, LEFT, top - 10, 10, 'Bold', ACCENT),
      text('P', aktenzeichen, RIGHT - textWidth(aktenzeichen, 10), top - 10, 10, 'Regular', TEXT),
      ...(address.length > 0 ? [paragraph('P', address, top - addressTop, 11, 14)] : []),
      {
        kind: 'text',
        role: 'H1',
        runs: titleLines.map((line, index) => run(line, LEFT, top - titleTop - 14 - index * 23, 18, 'Bold', TEXT)),
      },
    ],
  };
}

// What is longer goes on as a further paragraph: a block is drawn as one piece and must fit on a page.
const LINES_IN_ONE_PIECE = 30;

function blocksOf(block: SchreibenBlock): Block[] {
  if ('heading' in block) {
    const lines = textLines(block.heading, WIDTH, 13, 'Bold');
    return [
      {
        height: lines.length * 17 + 14,
        draw: (top) => [
          {
            kind: 'text',
            role: 'H2',
            runs: lines.map((line, index) => run(line, LEFT, top - 18 - index * 17, 13, 'Bold', TEXT)),
          },
        ],
      },
    ];
  }
  if ('facts' in block) return block.facts.flatMap(factBlocks);
  const lines = textLines(block.paragraph, WIDTH, 11);
  return chunksOf(lines, LINES_IN_ONE_PIECE).map((piece, index, pieces) => ({
    height: piece.length * 15.5 + (index === pieces.length - 1 ? 10 : 0),
    draw: (top) => [paragraph('P', piece, top, 11, 15.5)],
  }));
}

const VALUE_LEFT = LEFT + 150;

/** A name with its value, read as one; a value that is longer than a piece goes on in further rows. */
function factBlocks([name, value]: readonly [string, string]): Block[] {
  const names = chunksOf(textLines(name, VALUE_LEFT - LEFT - 12, 10), LINES_IN_ONE_PIECE);
  const values = chunksOf(textLines(value, RIGHT - VALUE_LEFT, 11), LINES_IN_ONE_PIECE);
  const rows = Array.from({ length: Math.max(names.length, values.length) });
  return rows.map((_, index) => factRow(names[index] ?? [], values[index] ?? []));
}

function factRow(names: readonly string[], values: readonly string[]): Block {
  const lines = Math.max(names.length, values.length);
  return {
    height: lines * 15 + 8,
    draw: (top) => [
      { kind: 'box', x: LEFT, y: top - lines * 15 - 7, width: WIDTH, height: 0.5, colour: RULE },
      {
        kind: 'text',
        role: 'P',
        runs: [
          ...names.map((line, index) => run(line, LEFT, top - 13 - index * 15, 10, 'Regular', QUIET)),
          ...values.map((line, index) => run(line, VALUE_LEFT, top - 13 - index * 15, 11, 'Regular', TEXT)),
        ],
      },
    ],
  };
}

function paragraph(role: TextRole, lines: readonly string[], top: number, size: number, leading: number): Drawn {
  const runs = lines.map((line, index) => run(line, LEFT, top - 13 - index * leading, size, 'Regular', TEXT));
  return { kind: 'text', role, runs };
}

function footer({ mandant, aktenzeichen }: SchreibenHead, page: number, pages: number): Drawn[] {
  const count = `Seite ${page} von ${pages}`;
  return [
    { kind: 'box', x: LEFT, y: 62, width: WIDTH, height: 0.5, colour: RULE },
    text('P', `${mandant} · ${aktenzeichen}`, LEFT, 48, 8, 'Regular', QUIET),
    text('P', count, RIGHT - textWidth(count, 8), 48, 8, 'Regular', QUIET),
  ];
}

function chunksOf<Entry>(entries: readonly Entry[], size: number): Entry[][] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
    entries.slice(index * size, (index + 1) * size),
  );
}
