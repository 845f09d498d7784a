/** A code list of xdomea. The values are facts of the standard; the lists themselves are not part of this product. */
export interface CodeList {
  readonly uri: string;
  /** Version that the schema fixes, or undefined where the sender must state one. */
  readonly fixedVersion?: string;
  /** Version that we write where the sender must state one. */
  readonly ownVersion?: string;
  /** The values that the schema enumerates, or undefined where it does not. */
  readonly values?: readonly string[];
  readonly name: 'optional' | 'forbidden';
}

const xdomea = (list: string) => `urn:xoev-de:xdomea:codeliste:${list}`;

/** Values 001 to the given number, three digits each. */
const numbered = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1).padStart(3, '0'));

export const MEDIUM = { elektronisch: '001', hybrid: '002', papier: '003' } as const;

export const VERTRAULICHKEITSSTUFE = {
  geheim: '001',
  nurFuerDenDienstgebrauch: '002',
  offen: '003',
  strengGeheim: '004',
  vertraulich: '005',
} as const;

export const BETEILIGUNGSSTATUS = {
  zukuenftig: '001',
  aktuell: '002',
  abgeschlossen: '003',
  uebersprungen: '004',
} as const;

/** Order of the list: Akte, Dokument, Vorgang. */
export const SCHRIFTGUTOBJEKTTYP = { Akte: '001', Dokument: '002', Vorgang: '003' } as const;

/** 001 to 045 are named formats; 100 is "Sonstiges" and needs SonstigerName. The schema does not enumerate them. */
export const DATEIFORMATE: ReadonlySet<string> = new Set([...numbered(45), '100']);
export const DATEIFORMAT_SONSTIGES = '100';

/** Numbers of all messages of the 3.x list: group, then the running number. */
const nachrichtentypen = [
  ...['0101', '0102', '0201', '0202', '0301', '0302', '0401', '0402', '0403'],
  ...['0501', '0502', '0503', '0504', '0505', '0506', '0507', '0511', '0512', '0513', '0514', '0515'],
  ...Array.from({ length: 32 }, (_, index) => `06${String(index + 1).padStart(2, '0')}`),
  ...['0701', '0702', '0703', '0711', '0712', '0713', '0721', '0722', '0723', '0724'],
];

export const CODE_LISTS = {
  Nachrichtentyp: list('nachrichtentyp', '2.0', nachrichtentypen),
  Vertraulichkeitsstufe: list('vertraulichkeitsstufe', '1.0', Object.values(VERTRAULICHKEITSSTUFE)),
  Medium: list('medium', '1.0', Object.values(MEDIUM)),
  Schriftgutobjekttyp: list('schriftgutobjekttyp', '1.0', Object.values(SCHRIFTGUTOBJEKTTYP)),
  Bewertungsvorschlag: list('bewertungsvorschlag', '1.0', ['A', 'V']),
  Aussonderungsart: list('aussonderungsart', '1.0', ['A', 'B', 'V']),
  Beteiligungsstatus: list('beteiligungsstatus', '1.1', Object.values(BETEILIGUNGSSTATUS)),
  Anschriftstyp: list('anschriftstyp', '1.0', numbered(3)),
  Datentyp: list('datentyp', '1.1', numbered(45)),
  // Trap: in this list the schema forbids `name`, although every other list allows it.
  Dateiformat: { uri: xdomea('dateiformat'), ownVersion: '1.0', name: 'forbidden' },
  Kommunikationsart: { uri: 'urn:de:xoev:codeliste:erreichbarkeit', ownVersion: '3', name: 'forbidden' },
  Staat: { uri: 'urn:xoev-de:kosit:codeliste:country-codes', ownVersion: '7', name: 'optional' },
} satisfies Record<string, CodeList>;

export type CodeListName = keyof typeof CODE_LISTS;

/** Code of the Dateiformat by file extension; PDF/A is told apart by what the examination found. */
export function dateiformatFor(extension: string, pdfA: 'pdfA' | 'other' = 'other'): string {
  const wanted = extension.toLowerCase();
  if (wanted === 'pdf') return pdfA === 'pdfA' ? '044' : '018';
  return BY_EXTENSION.get(wanted) ?? DATEIFORMAT_SONSTIGES;
}

function list(name: string, fixedVersion: string, values: readonly string[]): CodeList {
  return { uri: xdomea(name), fixedVersion, values, name: 'optional' };
}

// 003 to 005 are three kinds of .doc, 007 to 011 spellings of one format: the common one stands for the extension.
const BY_EXTENSION: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bmp: '001',
    csv: '002',
    doc: '003',
    eml: '006',
    htm: '007',
    html: '008',
    jpe: '009',
    jpeg: '010',
    jpg: '011',
    msg: '012',
    odp: '013',
    ods: '014',
    odt: '015',
    otp: '016',
    ots: '017',
    png: '019',
    ppt: '020',
    ps: '021',
    rtf: '022',
    tif: '023',
    tiff: '024',
    wps: '025',
    xls: '028',
    xml: '030',
    xsd: '031',
    dot: '032',
    pot: '033',
    xlt: '034',
    docx: '035',
    xlsx: '036',
    pptx: '037',
    dotx: '038',
    xltx: '039',
    potx: '040',
    dtd: '041',
    mpp: '042',
    ott: '043',
    txt: '045',
  }),
);
