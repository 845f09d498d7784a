import { darkPath } from '../../../ui/qr-code/dark-path.js';
import { CODE, CORNER, LINES, MODULE, MODULES, SHEET } from './separator-layout.js';

/** The address of a vocabulary, not of a page: the type of what is made follows from it. */
const SVG = 'http://www.w3.org/2000/svg';

/** The sheet as it is printed: in each half the code and the words, so that neither way up is the wrong one. */
export async function drawSeparator(): Promise<SVGElement> {
  const rows = await codeModules();
  const sheet = element('svg', { viewBox: `0 0 ${SHEET.width} ${SHEET.height}` });
  const turn = `rotate(180 ${SHEET.width / 2} ${SHEET.height / 2})`;
  sheet.append(half(rows, {}), half(rows, { transform: turn }));
  return sheet;
}

/** The code, dark modules true, without anything around it. The encoder comes only when somebody prints. */
export async function codeModules(): Promise<boolean[][]> {
  const { encodeQR } = await import('qr');
  const rows = encodeQR(CODE, 'raw', { ecc: 'quartile', version: 2, border: 1 });
  return rows.slice(1, 1 + MODULES).map((row) => row.slice(1, 1 + MODULES));
}

function half(rows: readonly (readonly boolean[])[], attributes: Readonly<Record<string, string>>): SVGElement {
  const group = element('g', attributes);
  const transform = `translate(${CORNER.x} ${CORNER.y}) scale(${MODULE})`;
  group.append(
    element('path', { d: darkPath(rows), transform, fill: '#000', 'shape-rendering': 'crispEdges' }),
    ...LINES.map(({ baseline, size }, at) => line(WORDS[at] ?? '', baseline, size)),
  );
  return group;
}

/** Said to people: what the sheet is, what to do with it, what will happen. */
const WORDS = [
  $localize`:@@separator.heading:Trennblatt`,
  $localize`:@@separator.use:Vor jeden neuen Brief legen und mitscannen. Bitte nicht beschriften.`,
  $localize`:@@separator.effect:Laufmappe schlägt vor, hier zu teilen und dieses Blatt wegzulassen.`,
];

function line(words: string, baseline: number, size: number): SVGElement {
  const text = element('text', {
    ...{ x: String(SHEET.width / 2), y: String(baseline), 'text-anchor': 'middle' },
    ...{ 'font-size': String(size), 'font-weight': size > 5 ? '700' : '400', fill: '#000' },
  });
  text.textContent = words;
  return text;
}

function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
