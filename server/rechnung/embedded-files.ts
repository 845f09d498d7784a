import type { XmlElement } from 'libxml2-wasm';

/** A file that an e-invoice carries as base64 (BT-125). */
export interface EmbeddedFile {
  /** As written by the sender: text only, never a path. */
  readonly name: string;
  readonly declaredType: string;
  readonly bytes: Uint8Array;
  /** Set where EN 16931 does not allow files of this type; nobody shall open it from here. */
  readonly objection: 'rechnung.embeddedType' | null;
}

interface EmbeddedFiles {
  readonly files: readonly EmbeddedFile[];
  readonly concerns: readonly ('rechnung.embeddedType' | 'rechnung.embeddedBroken')[];
}

// BR-CL-24, and XML as the XRechnung extension allows it (BR-DEX-01).
const ALLOWED_TYPES = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/xml',
  'text/xml',
]);

/** Reads the files that an invoice carries; a type outside the list and broken base64 are concerns, never silent. */
export function readEmbeddedFiles(elements: readonly XmlElement[]): EmbeddedFiles {
  const files: EmbeddedFile[] = [];
  const concerns: EmbeddedFiles['concerns'][number][] = [];
  for (const element of elements) {
    const base64 = element.content.replace(/\s+/g, '');
    const declaredType = attribute(element, 'mimeCode').toLowerCase();
    const objection = ALLOWED_TYPES.has(declaredType) ? null : 'rechnung.embeddedType';
    if (objection) concerns.push(objection);
    if (!isBase64(base64)) concerns.push('rechnung.embeddedBroken');
    else {
      const bytes = Buffer.from(base64, 'base64');
      files.push({ name: attribute(element, 'filename'), declaredType, bytes, objection });
    }
  }
  return { files, concerns };
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function attribute(element: XmlElement, name: string): string {
  return element.attr(name)?.value.trim() ?? '';
}
