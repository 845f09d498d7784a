import { ParseOption, XmlDocument, XmlElement, XmlLibError } from 'libxml2-wasm';
import { guardXml, XML_LIMITS, type XmlLimits, type XmlRefusalCode } from './guard-xml.js';

export interface XmlRefusal {
  readonly kind: 'xmlRefused';
  readonly code: XmlRefusalCode;
  /** The parser's words for the log; never shown. */
  readonly detail: string;
}

/** A parsed document as long as the reader runs; the memory behind it is freed afterwards. */
export interface XmlReader {
  readonly rootName: string;
  readonly rootNamespace: string;
  /** Trimmed text of the first match, or null. The path is relative to the root element. */
  text(path: string): string | null;
  /** Trimmed texts of all matches, in document order. */
  texts(path: string): string[];
  elements(path: string): XmlElement[];
}

/**
 * Parses XML from outside and hands it to `read`; guards first, no network, no entities, no recovery.
 *
 * @param namespaces prefixes for the paths that `read` uses
 * @returns what `read` returns, or why the bytes are not read
 */
export function readXml<Value>(
  bytes: Uint8Array,
  namespaces: Readonly<Record<string, string>>,
  read: (reader: XmlReader) => Value,
  limits: XmlLimits = XML_LIMITS,
): Value | XmlRefusal {
  const objection = guardXml(bytes, limits);
  if (objection) return refusal(objection, '');
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes, {
      option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NOCDATA,
    });
  } catch (error) {
    if (error instanceof XmlLibError) return refusal('xml.notWellFormed', error.message);
    throw error;
  }
  try {
    return read(readerOf(document.root, { ...namespaces }));
  } finally {
    // WebAssembly memory is not collected: without this 10,000 invoices fill the process.
    document.dispose();
  }
}

export function isXmlRefusal(value: unknown): value is XmlRefusal {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'xmlRefused';
}

function refusal(code: XmlRefusalCode, detail: string): XmlRefusal {
  return { kind: 'xmlRefused', code, detail: detail.slice(0, 300) };
}

function readerOf(root: XmlElement, namespaces: Record<string, string>): XmlReader {
  const elements = (path: string) => root.find(path, namespaces).filter((node) => node instanceof XmlElement);
  return {
    rootName: root.name,
    rootNamespace: root.namespaceUri,
    elements,
    texts: (path) => elements(path).map((element) => element.content.trim()),
    text: (path) => elements(path)[0]?.content.trim() ?? null,
  };
}
