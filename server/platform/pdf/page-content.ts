import { glyphHex } from './embed-font.js';
import { loadFont } from './truetype.js';
import type { Colour, Drawn, DrawnBox, DrawnImage, DrawnPage, DrawnText, TextRole } from './drawing.js';
import { drawable } from './text-lines.js';

export interface PageContent {
  /** Operators of the page. */
  readonly content: string;
  /** Roles of the marked texts; the index is the mark. */
  readonly marked: readonly TextRole[];
}

/** Turns what is drawn on a page into the operators of its content stream (ISO 32000-2, chapter 8 and 9). */
export function pageContent(page: DrawnPage): PageContent {
  const marked: TextRole[] = [];
  let images = 0;
  const operators = page.items.map((item: Drawn) => {
    switch (item.kind) {
      case 'text':
        marked.push(item.role);
        return textOperators(item, marked.length - 1);
      case 'box':
        return boxOperators(item);
      case 'image':
        images += 1;
        return imageOperators(item, images - 1);
    }
  });
  return { content: operators.join('\n'), marked };
}

function textOperators({ role, runs }: DrawnText, mark: number): string {
  const shown = runs.map(({ text, x, baseline, size, weight, colour }) => {
    const glyphs = glyphHex(loadFont(weight), drawable(text));
    return `${fill(colour)} /${weight} ${number(size)} Tf 1 0 0 1 ${number(x)} ${number(baseline)} Tm <${glyphs}> Tj`;
  });
  return [`/${role} <</MCID ${mark}>> BDC`, 'BT', ...shown, 'ET', 'EMC'].join('\n');
}

function boxOperators({ x, y, width, height, colour }: DrawnBox): string {
  const place = [x, y, width, height].map(number).join(' ');
  return `/Artifact BMC\n${fill(colour)} ${place} re f\nEMC`;
}

function imageOperators({ x, y, width, height }: DrawnImage, index: number): string {
  return `q ${number(width)} 0 0 ${number(height)} ${number(x)} ${number(y)} cm /Image${index} Do Q`;
}

function fill(colour: Colour): string {
  return `${colour.map(number).join(' ')} rg`;
}

/** Hundredths of a point are finer than any printer; PDF knows no exponents. */
function number(value: number): string {
  return value.toFixed(2).replace(/\.?0+$/, '');
}
