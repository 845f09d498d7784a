import { ACCENT, QUIET, RULE, TEXT } from '../../platform/pdf/colours.js';
import { composePdf } from '../../platform/pdf/compose-pdf.js';
import { A4, type Drawn, type DrawnPage } from '../../platform/pdf/drawing.js';
import { LEFT, placeBlocks, RIGHT, WIDTH, type Block } from '../../platform/pdf/page-blocks.js';
import { text } from '../../platform/pdf/text-items.js';
import { textLines, textWidth } from '../../platform/pdf/text-lines.js';

/** Something that happened in a Vorgang, as it shall be read. */
export interface ClosingRecord {
  readonly kind: 'Protokoll' | 'Aufgaben';
  readonly mandant: string;
  readonly aktenzeichen: string;
  readonly betreff: string;
  /** Day of z. d. A. */
  readonly zda: string;
  readonly rows: readonly { readonly when: string; readonly who: string; readonly what: string }[];
}

/** Draws one list on A4. It tells no time of its own, so the same rows have the same bytes on any day. */
export function renderRecord(record: ClosingRecord): Uint8Array {
  const rows = record.rows.length === 0 ? [{ when: '', who: '', what: 'Keine.' }] : record.rows;
  const placed = placeBlocks([headBlock(record), ...rows.flatMap(rowBlocks)]);
  const pages = placed.map((items, index): DrawnPage => ({
    ...A4,
    items: [...items, ...footer(record, index + 1, placed.length)],
  }));
  const title = `${record.kind} ${record.aktenzeichen}`;
  return composePdf({ title, author: record.mandant, language: 'de-DE', createdAt: null }, pages);
}

function headBlock({ kind, mandant, aktenzeichen, betreff, zda }: ClosingRecord): Block {
  const lines = textLines(`${aktenzeichen} ${betreff}`, WIDTH, 11).slice(0, 12);
  return {
    height: 96 + lines.length * 15,
    draw: (top) => [
      { kind: 'box', x: 0, y: A4.height - 8, width: A4.width, height: 8, colour: ACCENT },
      text('P', mandant, LEFT, top - 10, 10, 'Bold', ACCENT),
      text(
        'H1',
        kind === 'Protokoll' ? 'Protokoll des Vorgangs' : 'Aufgaben des Vorgangs',
        LEFT,
        top - 50,
        22,
        'Bold',
        TEXT,
      ),
      ...lines.map((line, index) => text('P', line, LEFT, top - 72 - index * 15, 11, 'Regular', TEXT)),
      text('P', `z. d. A. ${zda}`, LEFT, top - 74 - lines.length * 15, 9, 'Regular', QUIET),
    ],
  };
}

const WHAT_LEFT = LEFT + 130;
/** A block must fit on a page; what is longer goes on in the next. */
const LINES_IN_ONE_PIECE = 30;

function rowBlocks({ when, who, what }: ClosingRecord['rows'][number]): Block[] {
  const lines = textLines(what, RIGHT - WHAT_LEFT, 10);
  const names = textLines(who, WHAT_LEFT - LEFT - 8, 9).slice(0, 3);
  const pieces = Math.ceil(lines.length / LINES_IN_ONE_PIECE);
  return Array.from({ length: pieces }, (_, piece) => {
    const shown = lines.slice(piece * LINES_IN_ONE_PIECE, (piece + 1) * LINES_IN_ONE_PIECE);
    const height = Math.max(shown.length, piece === 0 ? 1 + names.length : 0) * 13 + 6;
    return {
      height,
      draw: (top) => [
        { kind: 'box', x: LEFT, y: top - height + 2, width: WIDTH, height: 0.5, colour: RULE },
        ...(piece === 0
          ? [
              text('P', when, LEFT, top - 11, 9, 'Regular', QUIET),
              ...names.map((name, row) => text('P', name, LEFT, top - 24 - row * 13, 9, 'Regular', TEXT)),
            ]
          : []),
        ...shown.map((line, row) => text('P', line, WHAT_LEFT, top - 11 - row * 13, 10, 'Regular', TEXT)),
      ],
    };
  });
}

function footer({ mandant, aktenzeichen }: ClosingRecord, page: number, pages: number): Drawn[] {
  const count = `Seite ${page} von ${pages}`;
  return [
    text('P', `${mandant} · ${aktenzeichen}`, LEFT, 48, 8, 'Regular', QUIET),
    text('P', count, RIGHT - textWidth(count, 8), 48, 8, 'Regular', QUIET),
  ];
}
