import { A4, type Drawn } from '../../platform/pdf/drawing.js';
import { run, text } from '../../platform/pdf/text-items.js';
import { textLines, textWidth } from '../../platform/pdf/text-lines.js';
import type { Freigabevermerk } from '../render-vermerk.js';
import { LEFT, RIGHT, WIDTH, type Block } from '../../platform/pdf/page-blocks.js';
import { ACCENT, QUIET, RULE, TEXT } from '../../platform/pdf/colours.js';

/** Authority and Aktenzeichen in one line, then the title and what it is about. */
export function headBlock({ mandant, aktenzeichen, betreff }: Freigabevermerk): Block {
  const subject = textLines(betreff, WIDTH, 11.5).slice(0, 4);
  return {
    height: 92 + subject.length * 16,
    draw: (top) => [
      { kind: 'box', x: 0, y: A4.height - 8, width: A4.width, height: 8, colour: ACCENT },
      text('P', mandant, LEFT, top - 10, 10, 'Bold', ACCENT),
      text('P', aktenzeichen, RIGHT - textWidth(aktenzeichen, 10), top - 10, 10, 'Regular', TEXT),
      text('H1', 'Freigabevermerk', LEFT, top - 56, 24, 'Bold', TEXT),
      {
        kind: 'text',
        role: 'P',
        runs: subject.map((line, index) => run(line, LEFT, top - 78 - index * 16, 11.5, 'Regular', QUIET)),
      },
    ],
  };
}

/** The frame for the visible signature: a caption above, a rule below, the room between stays empty. */
export function signaturePlace(box: { x: number; y: number; width: number; height: number }): Drawn[] {
  return [
    text('P', 'Schlusszeichnung', box.x, box.y + box.height + 8, 9, 'Bold', ACCENT),
    { kind: 'box', x: box.x, y: box.y - 5, width: box.width, height: 0.75, colour: RULE },
    text('P', 'Mit der Schlusszeichnung wird die', LEFT, box.y + 30, 9.5, 'Regular', TEXT),
    text('P', 'Rechnung zur Zahlung freigegeben.', LEFT, box.y + 17, 9.5, 'Regular', TEXT),
  ];
}

export function footer({ mandant }: Freigabevermerk, stand: string, page: number, pages: number): Drawn[] {
  const count = `Seite ${page} von ${pages}`;
  return [
    { kind: 'box', x: LEFT, y: 62, width: WIDTH, height: 0.5, colour: RULE },
    text('P', `${mandant} · ${stand}`, LEFT, 48, 8, 'Regular', QUIET),
    text('P', count, RIGHT - textWidth(count, 8), 48, 8, 'Regular', QUIET),
  ];
}
