import { SaxesParser } from 'saxes';

/** A piece of an XML file, exactly as it stands there. */
export interface XmlToken {
  readonly kind: 'open' | 'close' | 'empty' | 'text' | 'other';
  readonly raw: string;
  readonly prefix: string;
  /** Local name of an element. */
  readonly name: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/g;

/**
 * Takes a well-formed XML file without document type apart, so that one piece can change and everything around it stays as
 * it is, to the byte.
 *
 * @returns null where it is not well-formed or has a document type, whose entities could be anything
 */
export function tokensOf(xml: string): XmlToken[] | null {
  if (!isPlainXml(xml)) return null;
  return [...xml.matchAll(TOKEN)].map(([raw, slash, qualified]): XmlToken => {
    if (qualified === undefined) return { kind: raw.startsWith('<') ? 'other' : 'text', raw, prefix: '', name: '' };
    const [name = '', prefix = ''] = qualified.split(':').reverse();
    const kind = slash === '/' ? 'close' : raw.endsWith('/>') ? 'empty' : 'open';
    return { kind, raw, prefix, name };
  });
}

/** The value of an attribute of an element, whatever its prefix; null where it has none. */
export function attributeOf({ raw }: XmlToken, local: string): string | null {
  for (const [, name = '', double, single] of raw.matchAll(/\s([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name === local || name.endsWith(`:${local}`)) return unescapeXml(double ?? single ?? '');
  }
  return null;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10));
  });
}

// XML 1.0 has no way to write the controls below the blank.
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text as it may stand between two elements: it never becomes one. */
export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function isPlainXml(xml: string): boolean {
  const faults: unknown[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => faults.push(error));
  parser.on('doctype', (doctype) => faults.push(doctype));
  parser.write(xml).close();
  return faults.length === 0;
}
