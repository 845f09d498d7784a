/** How LibreOffice takes a kind of office file: the extension it is to have, the filter that writes the PDF, and how its bytes begin. */
export interface OfficeKind {
  readonly extension: string;
  readonly filter: 'writer_pdf_Export' | 'calc_pdf_Export' | 'impress_pdf_Export';
  readonly magic: 'zip' | 'cfb' | 'rtf';
}

const writer = 'writer_pdf_Export';
const calc = 'calc_pdf_Export';
const impress = 'impress_pdf_Export';
const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

const KINDS: Readonly<Record<string, OfficeKind>> = {
  [`${openXml}.wordprocessingml.document`]: { extension: 'docx', filter: writer, magic: 'zip' },
  [`${openXml}.spreadsheetml.sheet`]: { extension: 'xlsx', filter: calc, magic: 'zip' },
  [`${openXml}.presentationml.presentation`]: { extension: 'pptx', filter: impress, magic: 'zip' },
  [`${openDocument}.text`]: { extension: 'odt', filter: writer, magic: 'zip' },
  [`${openDocument}.spreadsheet`]: { extension: 'ods', filter: calc, magic: 'zip' },
  [`${openDocument}.presentation`]: { extension: 'odp', filter: impress, magic: 'zip' },
  'application/rtf': { extension: 'rtf', filter: writer, magic: 'rtf' },
  'text/rtf': { extension: 'rtf', filter: writer, magic: 'rtf' },
  'application/msword': { extension: 'doc', filter: writer, magic: 'cfb' },
  'application/vnd.ms-excel': { extension: 'xls', filter: calc, magic: 'cfb' },
  'application/vnd.ms-powerpoint': { extension: 'ppt', filter: impress, magic: 'cfb' },
};

/** null: no office file that a PDF can be made of. The kind was found in the bytes at their arrival. */
export function officeKindOf(mime: string): OfficeKind | null {
  return Object.hasOwn(KINDS, mime) ? (KINDS[mime] ?? null) : null;
}

const BEGINNINGS: Readonly<Record<OfficeKind['magic'], Buffer>> = {
  zip: Buffer.from('PK\u0003\u0004', 'latin1'),
  cfb: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  rtf: Buffer.from('{\\rtf'),
};

/** LibreOffice makes a PDF of anything, random bytes too: so it only gets what begins as its kind does. */
export function beginsAs({ magic }: OfficeKind, start: Buffer): boolean {
  const beginning = BEGINNINGS[magic];
  return start.subarray(0, beginning.length).equals(beginning);
}
