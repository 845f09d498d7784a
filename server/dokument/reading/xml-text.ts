import { SaxesParser } from 'saxes';

/** Elements after which a line ends: paragraphs, rows, headings; `si` is a cell of a sheet. */
const LINE = new Set(['p', 'h', 'tr', 'table-row', 'si', 'br', 'line-break', 'cr']);
const TAB = new Set(['tab', 'tc', 'table-cell']);

/**
 * The text of the body of an office file, a line for each paragraph. No entity of a document type is expanded: saxes knows
 * the five of XML alone and refuses others.
 */
export function textOfXml(xml: string): string {
  const parts: string[] = [];
  let deleted = 0;
  const parser = parserOf();
  parser.on('opentag', ({ local }) => {
    // What track changes has struck out (w:del) is no longer text.
    if (local === 'del') deleted += 1;
  });
  parser.on('closetag', ({ local }) => {
    if (local === 'del') deleted -= 1;
    if (LINE.has(local)) parts.push('\n');
    else if (TAB.has(local)) parts.push('\t');
  });
  parser.on('text', (text) => {
    if (deleted === 0) parts.push(text);
  });
  parser.write(xml).close();
  return parts
    .join('')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** Text of the elements whose local name is wanted, under the name that it shall have. */
export function propertiesOfXml<Key extends string>(
  xml: string,
  names: Readonly<Record<string, Key>>,
): { key: Key; value: string }[] {
  const found: { key: Key; value: string }[] = [];
  let open: string | null = null;
  let text = '';
  const parser = parserOf();
  parser.on('opentag', ({ local }) => {
    [open, text] = [Object.hasOwn(names, local) ? local : null, ''];
  });
  parser.on('text', (piece) => (text += piece));
  parser.on('closetag', ({ local }) => {
    const key = open === local ? names[local] : undefined;
    if (key && text.trim() !== '') found.push({ key, value: text });
    open = null;
  });
  parser.write(xml).close();
  return found;
}

function parserOf() {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  return parser;
}
