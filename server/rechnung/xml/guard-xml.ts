/** Why XML from outside is not read at all. */
export type XmlRefusalCode =
  | 'xml.empty'
  | 'xml.tooLarge'
  | 'xml.doctype'
  | 'xml.encoding'
  | 'xml.tooDeep'
  | 'xml.tooManyAttributes'
  | 'xml.textTooLong'
  | 'xml.notWellFormed';

export interface XmlLimits {
  readonly size: number;
  readonly depth: number;
  readonly attributes: number;
  readonly textLength: number;
}

// Criterion E2: the deepest official test message has 11 levels, the longest attachment in one text node 4 MB.
export const XML_LIMITS: XmlLimits = { size: 50_000_000, depth: 256, attributes: 1_000, textLength: 10_000_000 };

/**
 * Looks at the bytes before any parser does: one pass without recursion, 1 ms per MB. A DOCTYPE is refused by name,
 * because libxml2 drops external entities silently and an invoice with a hole would look like a whole one.
 *
 * @returns what speaks against parsing, or null
 */
export function guardXml(bytes: Uint8Array, limits: XmlLimits = XML_LIMITS): XmlRefusalCode | null {
  if (bytes.length === 0) return 'xml.empty';
  if (bytes.length > limits.size) return 'xml.tooLarge';
  const text = asciiView(bytes);
  return text === null ? 'xml.encoding' : scan(text, limits);
}

/**
 * The markup as a string in which every markup character is itself. Letters beyond ASCII may come out wrong, which does
 * not matter here: the parser gets the original bytes.
 */
function asciiView(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [first, second] = buffer;
  if (first === 0xff && second === 0xfe) return buffer.toString('utf16le', 2);
  if (first === 0xfe && second === 0xff) return swapped(buffer).toString('utf16le', 2);
  const text = buffer.toString('latin1');
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(text)?.[1];
  // Closed list of encodings in which ASCII bytes are ASCII characters. UTF-7 hides "<" from every guard.
  return declared === undefined || ASCII_COMPATIBLE.has(declared.toLowerCase()) ? text : null;
}

const ASCII_COMPATIBLE = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii', 'iso-8859-1', 'iso-8859-15', 'windows-1252']);

function swapped(buffer: Buffer): Buffer {
  return Buffer.from(buffer.subarray(0, buffer.length - (buffer.length % 2))).swap16();
}

function scan(text: string, limits: XmlLimits): XmlRefusalCode | null {
  let depth = 0;
  let position = 0;
  for (;;) {
    const open = text.indexOf('<', position);
    if (open === -1) return depth === 0 ? null : 'xml.notWellFormed';
    if (open - position > limits.textLength) return 'xml.textTooLong';
    if (text.startsWith('<!--', open)) position = endOf(text, '-->', open + 4);
    else if (text.startsWith('<![CDATA[', open)) {
      position = endOf(text, ']]>', open + 9);
      if (position - open > limits.textLength) return 'xml.textTooLong';
    } else if (text.startsWith('<?', open)) position = endOf(text, '?>', open + 2);
    else if (text.startsWith('<!', open)) return 'xml.doctype';
    else {
      const tag = readTag(text, open);
      if (tag.attributes > limits.attributes) return 'xml.tooManyAttributes';
      depth += tag.step;
      if (depth > limits.depth) return 'xml.tooDeep';
      position = tag.end;
    }
    if (position === 0) return 'xml.notWellFormed';
  }
}

/** Position behind the end mark, or 0 when it never comes. */
function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? 0 : found + mark.length;
}

interface Tag {
  /** Position behind the tag, or 0 when it never ends. */
  readonly end: number;
  /** 1 opens, -1 closes, 0 is empty. */
  readonly step: -1 | 0 | 1;
  readonly attributes: number;
}

function readTag(text: string, open: number): Tag {
  let attributes = 0;
  for (let index = open + 1; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"' || character === "'") {
      const closing = text.indexOf(character, index + 1);
      if (closing === -1) break;
      index = closing;
      attributes += 1;
    } else if (character === '>') {
      const step = text[open + 1] === '/' ? -1 : text[index - 1] === '/' ? 0 : 1;
      return { end: index + 1, step, attributes };
    }
  }
  return { end: 0, step: 0, attributes };
}
