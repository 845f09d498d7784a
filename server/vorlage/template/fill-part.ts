import { paragraphsOf, type Paragraph, type TextForm } from './text-form.js';
import { escapeXml, unescapeXml, type XmlToken } from './xml-tokens.js';

/** `{{ vorgang.betreff }}`, in one line. */
const PLACE = /\{\{([^{}\n]{0,200})\}\}/g;

export interface PlacesFound {
  /** What stands between the braces, each once, in the order of reading. */
  readonly places: readonly string[];
  /** Pieces of text with a brace pair that has no counterpart. */
  readonly broken: readonly string[];
}

/** Reads the places of one part, also where the word processor has cut one into several runs. */
export function placesOfPart(tokens: readonly XmlToken[], form: TextForm): PlacesFound {
  const places = new Set<string>();
  const broken = new Set<string>();
  for (const { pieces } of paragraphsOf(tokens, form, unescapeXml).paragraphs) {
    const text = pieces.map((piece) => piece.text).join('');
    for (const [, place = ''] of text.matchAll(PLACE)) places.add(normal(place));
    const left = /[^\n]{0,30}(?:\{\{|\}\})[^\n]{0,30}/.exec(text.replace(PLACE, ''));
    if (left) broken.add(left[0].trim());
  }
  return { places: [...places], broken: [...broken] };
}

/**
 * Puts values into the places of one part. The value stands where its place began and looks like its first letter; what is
 * outside the places stays as it is.
 *
 * @param values by place; every place of the part has one
 */
export function fillPart(tokens: readonly XmlToken[], form: TextForm, values: ReadonlyMap<string, string>): string {
  const { prefix, paragraphs } = paragraphsOf(tokens, form, unescapeXml);
  const changed = new Map<number, string>();
  for (const paragraph of paragraphs) fillParagraph(paragraph, form, { prefix, values, changed });
  const raws = tokens.map(({ raw }, index) => changed.get(index) ?? raw);
  if (form.holders) for (const index of changed.keys()) keepBlanks(raws, tokens, index);
  return raws.join('');
}

interface Filling {
  readonly prefix: string;
  readonly values: ReadonlyMap<string, string>;
  readonly changed: Map<number, string>;
}

function fillParagraph({ pieces }: Paragraph, form: TextForm, { prefix, values, changed }: Filling): void {
  const text = pieces.map((piece) => piece.text).join('');
  const matches = [...text.matchAll(PLACE)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    value: values.get(normal(match[1] ?? '')),
  }));
  let start = 0;
  for (const { index, text: own } of pieces) {
    const end = start + own.length;
    const touched = matches.filter(({ from, to }) => from < end && to > start);
    if (index !== null && touched.length > 0) {
      let [at, filled] = [start, ''];
      for (const { from, to, value } of touched) {
        if (value === undefined) throw new Error('A place without a value');
        filled += escapeXml(text.slice(at, Math.max(at, from)));
        if (from >= start) filled += written(value, form, prefix);
        at = Math.min(to, end);
      }
      changed.set(index, filled + escapeXml(text.slice(at, end)));
    }
    start = end;
  }
}

/** A value as text of this form; its line breaks become the form's own. */
function written(value: string, form: TextForm, prefix: string): string {
  const name = (local: string) => (prefix === '' ? local : `${prefix}:${local}`);
  const lines = value.split(/\r?\n/).map((line) => escapeXml(line.replaceAll('\t', ' ')));
  if (form.holders === null) return lines.join(`<${name('line-break')}/>`);
  return lines.join(`</${name('t')}><${name('br')}/><${name('t')} xml:space="preserve">`);
}

/** Word drops blanks at the edge of a text that does not ask for them. */
function keepBlanks(raws: string[], tokens: readonly XmlToken[], index: number): void {
  const before = tokens[index - 1];
  if (before?.kind !== 'open' || before.raw.includes('xml:space')) return;
  raws[index - 1] = before.raw.replace(/\s*>$/, ' xml:space="preserve">');
}

/** `vorgang.betreff|tag` and `vorgang.betreff | tag` are one place. */
export function normal(place: string): string {
  return place
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/ ?\| ?/g, ' | ');
}
