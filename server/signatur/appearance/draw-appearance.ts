import { array, dictionary, name, real, type PdfReference } from '../../platform/pdf/objects.js';
import type { Box, PdfPage } from '../pdf/pages.js';
import { embedFont, flateStream, glyphHex, type AddObject } from '../../platform/pdf/embed-font.js';
import { layOut, type PlacedLine } from './text-layout.js';
import { loadFont, type Font } from '../../platform/pdf/truetype.js';

const PADDING = 3;
const BAR = 1.5;
const INDENT = BAR + 5;
/** Dark blue and dark grey; both keep a contrast of more than 7:1 on white (WCAG 1.4.6). */
const COLOUR = { name: '0.09 0.18 0.36', detail: '0.20 0.22 0.26' } as const;

/**
 * Draws the visible signature: a bar at the left, the first line larger, as large as the box allows.
 * @param box size of the field as it is seen, in points
 * @returns the form XObject, or null when the text does not fit legibly
 */
export function drawAppearance(
  box: Pick<Box, 'width' | 'height'>,
  rotation: PdfPage['rotation'],
  lines: readonly string[],
  add: AddObject,
): PdfReference | null {
  const font = loadFont();
  // One glyph per letter: "a" and a combining mark become "ä" where Unicode has it.
  const texts = lines.map((line) => line.normalize('NFC').replace(/\p{C}/gu, ' '));
  const placed = layOut(font, texts, box.width - INDENT - PADDING, box.height - 2 * PADDING);
  if (placed === null) return null;
  const fontReference = embedFont(font, placed.map(({ text }) => text).join(''), add);
  return add(
    flateStream(Buffer.from(content(font, placed, box.height), 'latin1'), {
      Type: name('XObject'),
      Subtype: name('Form'),
      BBox: array([0, 0, real(box.width), real(box.height)]),
      Matrix: array([...UPRIGHT[rotation], 0, 0]),
      Resources: dictionary({ Font: dictionary({ F0: fontReference }) }),
    }),
  );
}

/** Turns the drawing against the turn of the page. A reader then moves it into the Rect (12.5.5). */
const UPRIGHT: Readonly<Record<PdfPage['rotation'], readonly [number, number, number, number]>> = {
  0: [1, 0, 0, 1],
  90: [0, 1, -1, 0],
  180: [-1, 0, 0, -1],
  270: [0, -1, 1, 0],
};

function content(font: Font, lines: readonly PlacedLine[], height: number): string {
  const last = lines.at(-1);
  const textHeight = last === undefined ? 0 : last.baseline - (last.size * font.descent) / font.unitsPerEm;
  const top = (height + textHeight) / 2;
  const texts = lines.map(
    ({ text, size, baseline, weight }) =>
      `${COLOUR[weight]} rg /F0 ${size.toFixed(2)} Tf 1 0 0 1 ${INDENT} ${(top - baseline).toFixed(2)} Tm ` +
      `<${glyphHex(font, text)}> Tj`,
  );
  const bar = `${COLOUR.name} rg 0 0 ${BAR} ${height.toFixed(2)} re f`;
  return ['q', bar, 'BT', ...texts, 'ET', 'Q'].join('\n');
}
