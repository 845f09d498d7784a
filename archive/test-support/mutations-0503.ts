import type { FindingCode } from '../findings/finding.js';
import { originalFile, PROZESS_ID } from './sample-0503.js';

/** One wrong change to the valid message: text or pattern, its replacement, and what must be found. */
export type Mutation = readonly [title: string, from: string | RegExp, to: string, found: FindingCode];

const AKTE_ID = 'a0000000-0000-4000-8000-000000000001';
const DEEPER = ['1', '2', '3'].map(
  (n) =>
    `<xdomea:Teilvorgang><xdomea:Identifikation><xdomea:ID>d000000${n}-0000-4000-8000-000000000000</xdomea:ID>` +
    '</xdomea:Identifikation><xdomea:AllgemeineMetadaten><xdomea:Betreff>tief</xdomea:Betreff></xdomea:AllgemeineMetadaten>',
);

/** What the schema lets pass. */
export const SEMANTIC: readonly Mutation[] = [
  ['a DOCTYPE', '<xdomea:Aussonderung', '<!DOCTYPE x><xdomea:Aussonderung', 'xml.doctype'],
  [
    'the Akte without ArchivspezifischeMetadaten',
    /<xdomea:ArchivspezifischeMetadaten>.*?LAM-1.*?<\/xdomea:ArchivspezifischeMetadaten>/,
    '',
    'record.archivspezifischeMetadatenMissing',
  ],
  [
    'the Akte without Aussonderungsart',
    /<xdomea:Aussonderungsart><xdomea:Aussonderungsart .*?<\/xdomea:Aussonderungsart><\/xdomea:Aussonderungsart>(?=<xdomea:Kennung>)/,
    '',
    'record.archivspezifischeMetadatenMissing',
  ],
  [
    'a Dokument without Version and Primaerdokument',
    /<xdomea:Version><xdomea:Nummer>.*<\/xdomea:Anlage>/,
    '',
    'record.primaerdokumentMissing',
  ],
  ['no Dokument at all', /<xdomea:Akteninhalt>[^]*<\/xdomea:Akteninhalt>/, '', 'record.primaerdokumentMissing'],
  ['all ids identical', /a0000000-0000-4000-8000-00000000000\d/g, AKTE_ID, 'record.duplicateId'],
  [
    'two ids that differ in case only',
    'a0000000-0000-4000-8000-000000000003',
    AKTE_ID.toUpperCase(),
    'record.duplicateId',
  ],
  ['Nachrichtentyp 0501 inside a 0503', '<code>0503</code>', '<code>0501</code>', 'message.nachrichtentyp'],
  [
    'a ProzessID made of pipes',
    `<xdomea:ProzessID>${PROZESS_ID}`,
    '<xdomea:ProzessID>||||||||-||||-||||-||||-||||||||||||',
    'record.uuid',
  ],
  [
    'a Dateiname that leads out',
    `<xdomea:Dateiname>${originalFile.name}`,
    `<xdomea:Dateiname>${originalFile.name.slice(0, 36)}/../../x.pdf`,
    'file.name',
  ],
  ['another prefix', /xdomea(?=[:=])(?!:schema|:codeliste)/g, 'x', 'message.prefix'],
  [
    'Aussonderungsart B',
    '<code>A</code></xdomea:Aussonderungsart>',
    '<code>B</code></xdomea:Aussonderungsart>',
    'record.aussonderungsart',
  ],
  [
    'Aussonderungsart V',
    '<code>A</code></xdomea:Aussonderungsart>',
    '<code>V</code></xdomea:Aussonderungsart>',
    'record.aussonderungsart',
  ],
  ['Laufzeit that ends before it begins', '<xdomea:Ende>2019-12-20', '<xdomea:Ende>2018-12-20', 'record.laufzeit'],
  ['an empty Betreff', '<xdomea:Betreff>Rechnungsdaten', '<xdomea:Betreff>', 'record.betreffEmpty'],
  ['a Betreff of white space', '<xdomea:Betreff>Rechnungsdaten', '<xdomea:Betreff> \n ', 'record.betreffEmpty'],
  ['an Akte without Betreff', '<xdomea:Betreff>Sanierung Turnhalle</xdomea:Betreff>', '', 'record.betreffEmpty'],
  [
    'Erstellungszeitpunkt in the year 2999',
    '2026-11-03T09:00:00Z',
    '2999-01-01T00:00:00Z',
    'message.erstellungszeitpunkt',
  ],
  [
    'Dateiformat 100 without SonstigerName',
    /<xdomea:SonstigerName>.*?<\/xdomea:SonstigerName>/,
    '',
    'file.sonstigerName',
  ],
  ['Dateiformat 999', '<code>018</code>', '<code>999</code>', 'file.dateiformat'],
  [
    'the Akte not closed and the Vorgang open',
    /<xdomea:ZdA>1<\/xdomea:ZdA><xdomea:ZdADatum>.{10}<\/xdomea:ZdADatum>/g,
    '',
    'record.zda',
  ],
  ['a Vorgang that is expressly open', '<xdomea:ZdA>1', '<xdomea:ZdA>0', 'record.zda'],
  [
    'six levels',
    /<\/xdomea:Vorgang>/,
    `${DEEPER.join('')}<xdomea:Teilvorgang><xdomea:Identifikation><xdomea:ID>d0000009-0000-4000-8000-000000000000</xdomea:ID></xdomea:Identifikation><xdomea:AllgemeineMetadaten><xdomea:Betreff>tief</xdomea:Betreff></xdomea:AllgemeineMetadaten>${'</xdomea:Teilvorgang>'.repeat(4)}</xdomea:Vorgang>`,
    'record.depth',
  ],
  ['an en dash, which DIN 91379 does not have', 'Schulbauten', 'Schule – Bau', 'record.din91379'],
  [
    'a file name of the Akte itself',
    'a0000000-0000-4000-8000-000000000001',
    originalFile.name.slice(0, 36),
    'file.uuidOfObject',
  ],
  [
    'a Dateiname of more than 255 bytes',
    `<xdomea:Dateiname>${originalFile.name}`,
    `<xdomea:Dateiname>${originalFile.name.slice(0, 36)}_${'ü'.repeat(110)}.pdf`,
    'file.nameTooLong',
  ],
];

/** What the schema refuses, and we refuse without it. */
export const STRUCTURAL: readonly Mutation[] = [
  ['a malformed UUID', AKTE_ID, 'a0000000', 'record.uuid'],
  ['a Dateiname without UUID', `<xdomea:Dateiname>${originalFile.name}`, '<xdomea:Dateiname>rechnung.pdf', 'file.name'],
  [
    'Aussonderungsart X',
    '<code>A</code></xdomea:Aussonderungsart>',
    '<code>X</code></xdomea:Aussonderungsart>',
    'structure.value',
  ],
  ['Importbestaetigung 0', '<xdomea:Importbestaetigung>1', '<xdomea:Importbestaetigung>0', 'structure.value'],
  [
    'Importbestaetigung true, which libxml2 refuses',
    '<xdomea:Importbestaetigung>1',
    '<xdomea:Importbestaetigung>true',
    'structure.value',
  ],
  ['30 February', '<xdomea:ZdADatum>2019-04-02', '<xdomea:ZdADatum>2019-02-30', 'structure.value'],
  ['a control character', 'Schulbauten', 'Schul\u0007bauten', 'xml.forbiddenCharacter'],
  [
    'a missing Empfaenger',
    /<xdomea:Empfaenger><xdomea:Behoerdenkennung>.*?<\/xdomea:Empfaenger>/,
    '',
    'structure.missing',
  ],
  ['no Schriftgutobjekt', /<xdomea:Schriftgutobjekt>[^]*<\/xdomea:Schriftgutobjekt>/, '', 'structure.missing'],
  [
    'an empty Schriftgutobjekt',
    /<xdomea:Schriftgutobjekt>[^]*<\/xdomea:Schriftgutobjekt>/,
    '<xdomea:Schriftgutobjekt/>',
    'structure.missing',
  ],
  [
    'a misplaced ZdA',
    /(<xdomea:ZdA>1<\/xdomea:ZdA><xdomea:ZdADatum>2019-04-02<\/xdomea:ZdADatum>)(<xdomea:Laufzeit>.*?<\/xdomea:Laufzeit>)/,
    '$2$1',
    'structure.misplaced',
  ],
  [
    'a repeated Kennzeichen',
    '<xdomea:Kennzeichen>15-11/2019</xdomea:Kennzeichen>',
    '<xdomea:Kennzeichen>1</xdomea:Kennzeichen><xdomea:Kennzeichen>2</xdomea:Kennzeichen>',
    'structure.repeated',
  ],
  ['an unknown element', '<xdomea:Standort>', '<xdomea:Lagerort/><xdomea:Standort>', 'structure.unknown'],
  [
    'an element of a foreign namespace',
    '<xdomea:Standort>',
    '<x:a xmlns:x="urn:x"><x:b/></x:a><xdomea:Standort>',
    'structure.unknown',
  ],
  ['a qualified code', '<code>A</code>', '<xdomea:code>A</xdomea:code>', 'structure.unknown'],
  [
    'both of a choice',
    '<xdomea:AnzahlJahre>6</xdomea:AnzahlJahre>',
    '<xdomea:AnzahlJahre>6</xdomea:AnzahlJahre><xdomea:Unbefristet>1</xdomea:Unbefristet>',
    'structure.misplaced',
  ],
  ['text between elements', '<xdomea:Standort>', 'Notiz<xdomea:Standort>', 'structure.text'],
  ['an element inside text', 'Magazin 3', 'Magazin <xdomea:b>3</xdomea:b>', 'structure.unknown'],
  ['an unknown attribute', '<xdomea:Standort>', '<xdomea:Standort art="1">', 'structure.attribute'],
  ['a wrong code list', 'urn:xoev-de:xdomea:codeliste:medium', 'urn:example', 'structure.attribute'],
  ['a Dateiformat without the version of its list', / listVersionID="1.0"(?=><code>018)/, '', 'structure.attribute'],
  [
    'a name beside the code of a Dateiformat',
    '<code>018</code>',
    '<code>018</code><name>pdf</name>',
    'structure.unknown',
  ],
  ['a version that we do not speak', 'schema:3.1.0', 'schema:9.9.9', 'message.unknownNamespace'],
  ['another message', /Aussonderung\.Aussonderung\.0503/g, 'Aussonderung.Anbieteverzeichnis.0501', 'message.root'],
  ['a message that breaks off', /<\/xdomea:Akteninhalt>[^]*/, '', 'xml.notWellFormed'],
];
