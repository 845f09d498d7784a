import type { Drawn } from '../../platform/pdf/drawing.js';
import { textLines, textWidth } from '../../platform/pdf/text-lines.js';
import { germanAmount, longGermanDay, groupedIban } from '../format-german.js';
import type { VermerkRechnung } from '../render-vermerk.js';
import { LEFT, RIGHT, WIDTH, type Block } from '../../platform/pdf/page-blocks.js';
import { ACCENT, PANEL, QUIET, TEXT } from '../../platform/pdf/colours.js';
import { run, text } from '../../platform/pdf/text-items.js';

const PADDING = 16;
const VALUE_LEFT = LEFT + PADDING + 118;
const LINE = 18;

/** What is to be paid, to whom and on which invoice; the amount stands out, because it is what people sign. */
export function rechnungBlock(rechnung: VermerkRechnung): Block {
  const rows = facts(rechnung).map(([label, value]) => ({
    label,
    lines: textLines(value, RIGHT - PADDING - VALUE_LEFT, 10.5),
  }));
  const inner = rows.reduce((sum, { lines }) => sum + LINE + (lines.length - 1) * 14, 0);
  const height = inner + 2 * PADDING + 26;
  return {
    height: height + 26,
    draw: (top) => {
      const drawn: Drawn[] = [
        { kind: 'box', x: LEFT, y: top - height, width: WIDTH, height, colour: PANEL },
        { kind: 'box', x: LEFT, y: top - height, width: 3, height, colour: ACCENT },
        ...amount(rechnung, top - PADDING),
      ];
      let baseline = top - PADDING - 44;
      for (const { label, lines } of rows) {
        const value = lines.map((line, index) => run(line, VALUE_LEFT, baseline - index * 14, 10.5, 'Regular', TEXT));
        drawn.push({
          kind: 'text',
          role: 'P',
          runs: [run(label, LEFT + PADDING, baseline, 9.5, 'Regular', QUIET), ...value],
        });
        baseline -= LINE + (lines.length - 1) * 14;
      }
      return drawn;
    },
  };
}

function amount({ betragCent, waehrung }: VermerkRechnung, top: number): Drawn[] {
  const value = germanAmount(betragCent, waehrung);
  return [
    text('H2', 'Rechnung', LEFT + PADDING, top - 14, 13, 'Bold', TEXT),
    text('P', value, RIGHT - PADDING - textWidth(value, 18, 'Bold'), top - 16, 18, 'Bold', ACCENT),
  ];
}

function facts(rechnung: VermerkRechnung): [string, string][] {
  const { kreditor, nummer, datum, iban, leitwegKennung, quelle } = rechnung;
  const rows: [string, string | null | undefined][] = [
    ['Kreditor', kreditor],
    ['Rechnungsnummer', nummer],
    ['Rechnungsdatum', datum ? longGermanDay(datum) : null],
    ['Zahlung auf', iban ? groupedIban(iban) : null],
    ['Leitweg-ID', leitwegKennung],
    ['Herkunft der Angaben', quelle ? (SOURCES[quelle] ?? quelle) : null],
  ];
  return rows.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : []));
}

const SOURCES: Readonly<Record<string, string>> = {
  ubl: 'aus der E-Rechnung gelesen (XRechnung, UBL)',
  cii: 'aus der E-Rechnung gelesen (UN/CEFACT CII)',
  text: 'aus dem Text gelesen und von einer Person bestätigt',
  manuell: 'von einer Person erfasst',
};
