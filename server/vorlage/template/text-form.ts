import type { XmlToken } from './xml-tokens.js';

/** How a kind of office file writes running text. */
export interface TextForm {
  /** Namespaces of its text, the one of today and the strict one. */
  readonly namespaces: readonly string[];
  readonly paragraphs: ReadonlySet<string>;
  /** Elements that text stands in; null: anywhere in a paragraph. */
  readonly holders: ReadonlySet<string> | null;
  /** Elements that end a line, or leave a gap: no place reaches across them. */
  readonly breaks: ReadonlySet<string>;
  readonly blank: string | null;
  /** What has been struck out by track changes is no text. */
  readonly struckOut: string;
  /** Entries of the package that hold text, each where it occurs. */
  readonly parts: RegExp;
}

/** ECMA-376. */
const DOCX: TextForm = {
  namespaces: [
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  ],
  paragraphs: new Set(['p']),
  holders: new Set(['t']),
  breaks: new Set(['br', 'cr', 'tab', 'ptab']),
  blank: null,
  struckOut: 'del',
  parts: /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/,
};

/** ISO/IEC 26300. */
const ODT: TextForm = {
  namespaces: ['urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  paragraphs: new Set(['p', 'h']),
  holders: null,
  breaks: new Set(['line-break', 'tab']),
  blank: 's',
  struckOut: 'tracked-changes',
  parts: /^(content|styles)\.xml$/,
};

export type TemplateKind = 'docx' | 'odt';

export const TEXT_FORMS: Readonly<Record<TemplateKind, TextForm>> = { docx: DOCX, odt: ODT };

/** A paragraph as its pieces: where they stand among the tokens, and what they say. */
export interface Paragraph {
  readonly pieces: readonly Piece[];
}

export interface Piece {
  /** Index among the tokens; null for a break, which is never changed. */
  readonly index: number | null;
  readonly text: string;
}

interface Open {
  readonly pieces: Piece[];
}

/** The paragraphs of a part in the order of their ends. A text box is a paragraph within a paragraph, and one of its own. */
export function paragraphsOf(
  tokens: readonly XmlToken[],
  form: TextForm,
  textOf: (raw: string) => string,
): { readonly prefix: string; readonly paragraphs: readonly Paragraph[] } {
  const prefix = prefixOf(tokens, form);
  const paragraphs: Paragraph[] = [];
  const open: Open[] = [];
  let holders = 0;
  let struckOut = 0;
  for (const [index, token] of tokens.entries()) {
    const own = token.prefix === prefix && prefix !== null;
    const here = open.at(-1);
    if (token.kind === 'text') {
      const counts = here && struckOut === 0 && (form.holders === null || holders > 0);
      if (counts) here.pieces.push({ index, text: textOf(token.raw) });
    } else if (own && token.kind === 'open') {
      if (token.name === form.struckOut) struckOut += 1;
      if (form.holders?.has(token.name)) holders += 1;
      if (form.paragraphs.has(token.name)) open.push({ pieces: [] });
      if (form.breaks.has(token.name)) here?.pieces.push({ index: null, text: '\n' });
    } else if (own && token.kind === 'empty') {
      if (form.breaks.has(token.name)) here?.pieces.push({ index: null, text: '\n' });
      if (form.blank === token.name && struckOut === 0) here?.pieces.push({ index, text: ' ' });
    } else if (own && token.kind === 'close') {
      if (token.name === form.struckOut) struckOut -= 1;
      if (form.holders?.has(token.name)) holders -= 1;
      const ended = form.paragraphs.has(token.name) ? open.pop() : undefined;
      if (ended && ended.pieces.length > 0) paragraphs.push(ended);
    }
  }
  return { prefix: prefix ?? '', paragraphs };
}

/** Under which prefix the part speaks of text; null where it does not at all. */
function prefixOf(tokens: readonly XmlToken[], { namespaces }: TextForm): string | null {
  const root = tokens.find(({ kind }) => kind === 'open');
  for (const [, prefix = '', uri = ''] of root?.raw.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*["']([^"']*)["']/g) ?? []) {
    if (namespaces.includes(uri)) return prefix;
  }
  return null;
}
