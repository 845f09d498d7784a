import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { PackageFile } from '../package/write-package.js';
import type { Akte, Aussonderung0503, Dokument, Kontakt, Vorgang } from '../xdomea/model.js';
import { stemOf } from '../xdomea/names.js';
import type { Container, PackageEntry } from '../xdomea/rules/rule.js';
import { write0503 } from '../xdomea/write-0503.js';

/** Invented, real-shaped data for the tests of this folder: one Akte with everything that our model can say. */

export const PROZESS_ID = '5b0a1c52-7a0e-4c1e-9a54-0c2f6d3e9b11';
export const NOW = new Date('2026-11-03T10:00:00Z');

const archiv: Kontakt = {
  behoerdenschluessel: { code: 'LATh', name: 'Landesarchiv', listUri: 'urn:beispiel:behoerden', listVersion: '1' },
  praefix: { code: 'th' },
  institution: { name: 'Landesarchiv Musterland', kurzbezeichnung: 'LAM' },
};

const leitung: Kontakt = {
  organisationseinheit: 'Kämmerei',
  person: { anrede: 'Frau', titel: 'Dr.', familienname: 'Muster', vorname: 'Änne' },
  taetigkeit: 'Leitung',
};

export const originalFile = file('0f1e2d3c-4b5a-4697-8877-665544332211.pdf', '%PDF-1.7 invented invoice');
export const renditionFile = file('1f1e2d3c-4b5a-4697-8877-665544332211.pdf', '%PDF-1.7 invented rendition');
export const signatureFile = file('2f1e2d3c-4b5a-4697-8877-665544332211.p7s', 'invented signature');
export const attachmentFile = file('3f1e2d3c-4b5a-4697-8877-665544332211.xml', '<invoice/>');
export const FILES: readonly SampleFile[] = [originalFile, renditionFile, signatureFile, attachmentFile];

export interface SampleFile extends PackageFile, PackageEntry {}

export function file(name: string, content: string | Buffer): SampleFile {
  const bytes = Buffer.from(content);
  const sha512 = createHash('sha512').update(bytes).digest('hex');
  return { name, size: bytes.length, sha512, open: () => Readable.from([bytes]) };
}

export const anlage: Dokument = {
  id: 'a0000000-0000-4000-8000-000000000005',
  betreff: 'Rechnungsdaten',
  versionen: [
    {
      nummer: '1',
      formate: [{ dateiformat: '030', version: '1.0', primaerdokument: { dateiname: attachmentFile.name } }],
    },
  ],
};

export const dokument: Dokument = {
  id: 'a0000000-0000-4000-8000-000000000004',
  nummerImUebergeordnetenContainer: 1,
  betreff: 'Rechnung 4711 der Firma „Bau & Söhne“ <Abschlag>',
  kennzeichen: '15-11/2019-1-1',
  bemerkung: 'Zeile 1\r\nZeile 2',
  medium: 'elektronisch',
  fremdesGeschaeftszeichen: 'RE-4711',
  posteingangsdatum: '2019-03-01',
  postausgangsdatum: '2019-03-05',
  datumDesSchreibens: '2019-02-27',
  bezug: 'Auftrag 12',
  bearbeiter: 'M. Beispiel',
  typ: 'Rechnung',
  versionen: [
    {
      nummer: '1',
      formate: [
        {
          dateiformat: '018',
          version: '1.7',
          primaerdokument: {
            dateiname: originalFile.name,
            dateinameOriginal: 'Rechnung März.pdf',
            ersteller: 'Firma Bau & Söhne',
            datumUhrzeit: '2019-02-27T08:00:00Z',
            signaturSiegel: 'eingebettet',
          },
        },
        {
          dateiformat: '100',
          sonstigerName: 'PDF/A-3 mit Rechnungsdaten',
          version: '3',
          primaerdokument: { dateiname: renditionFile.name, signaturSiegel: { dateien: [signatureFile.name] } },
        },
      ],
    },
  ],
  verweise: [
    { id: 'a0000000-0000-4000-8000-000000000099', typ: 'Vorgang', kennzeichen: '15-11/2018-3', bemerkung: 'Auftrag' },
  ],
  anlagen: [anlage],
  absender: [{ institution: { name: 'Firma Bau & Söhne' } }],
  empfaenger: [leitung],
};

export const vorgang: Vorgang = {
  id: 'a0000000-0000-4000-8000-000000000003',
  betreff: 'Abschlagsrechnung Turnhalle',
  kennzeichen: '15-11/2019-1',
  archivspezifischeMetadaten: { aussonderungsart: 'A', aufbewahrungsdauer: { anzahlJahre: 6 } },
  aktenbetreff: 'Sanierung Turnhalle',
  typ: 'Rechnungsfreigabe',
  zdA: 'closed',
  zdADatum: '2019-04-02',
  laufzeit: { beginn: '2019-03-01', ende: '2019-04-02' },
  historie: [
    {
      metadatumName: 'Federführung',
      metadatumAlterWert: 'Poststelle',
      metadatumNeuerWert: 'Kämmerei',
      akteur: 'Änne Muster',
      datumUhrzeit: '2019-03-02T09:15:00+01:00',
      bemerkung: 'Zuständigkeit geklärt',
      aktion: 'geändert',
    },
  ],
  internerGeschaeftsgang: {
    id: 'a0000000-0000-4000-8000-000000000006',
    schritte: [
      {
        nummer: '1',
        status: 'abgeschlossen',
        verfuegung: {
          ersteller: leitung,
          adressat: leitung,
          erstellungsdatum: '2019-03-02',
          erstellungsuhrzeit: '09:15:00',
          verfuegung: 'Schlusszeichnung',
          terminDatum: '2019-03-09',
          notiz: 'eilt',
        },
        bearbeitung: {
          bearbeiter: leitung,
          datum: '2019-03-03',
          uhrzeit: '10:00:00',
          vermerk: 'gezeichnet',
          notiz: 'ohne',
        },
      },
    ],
  },
  dokumente: [dokument],
  kontakte: [leitung],
};

export const akte: Akte = {
  id: 'a0000000-0000-4000-8000-000000000001',
  betreff: 'Sanierung Turnhalle',
  kennzeichen: '15-11/2019',
  federfuehrung: 'Kämmerei',
  aktenfuehrung: 'Registratur',
  vertraulichkeitsstufe: 'offen',
  medium: 'elektronisch',
  aktenplaneinheit: { kennzeichen: '15-11', inhaltsangabe: 'Schulbauten', betreffKurz: 'Bau' },
  archivspezifischeMetadaten: {
    aufbewahrungsdauer: { anzahlJahre: 6 },
    aussonderungsart: 'A',
    kennung: 'LAM-1',
    bewertungsvorschlag: 'A',
    aufbewahrungsende: '2025-12-31',
  },
  standort: 'Magazin 3',
  typ: 'Sachakte',
  laufzeit: { beginn: '2019-01-07', ende: '2019-12-20' },
  vorgaenge: [vorgang],
  zdA: 'closed',
  zdADatum: '2019-12-20',
};

/** A valid message; `changes` replace parts of the one Akte that it hands over. */
export function aMessage(changes: Partial<Akte> = {}): Aussonderung0503 {
  return {
    kopf: {
      prozessId: PROZESS_ID,
      erstellungszeitpunkt: '2026-11-03T09:00:00Z',
      absender: {
        institution: { name: 'Kreis Musterkreis' },
        organisationseinheit: 'Registratur',
        zustaendigkeit: 'Aussonderung',
      },
      empfaenger: archiv,
      sendendesSystem: { instanzId: 'musterkreis', produktname: 'Laufmappe', version: '0.1.0' },
      hinweis: 'Zweistufiges Verfahren',
      rueckmeldungArchivkennung: 'requested',
      empfangsbestaetigung: 'requested',
    },
    schriftgutobjekte: [{ art: 'Akte', ...akte, ...changes }],
  };
}

/** The valid message as XML. */
export function anXml(message = aMessage()): string {
  return [...write0503(message)].join('');
}

/** A container as the sample needs it, with the given files beside the message. */
export function aContainer(files: readonly PackageEntry[] = FILES): Container {
  const messageName = `${stemOf(PROZESS_ID, '0503')}.xml`;
  return {
    name: `${stemOf(PROZESS_ID, '0503')}.zip`,
    messageName,
    entries: [{ name: messageName, size: 1 }, ...files.map(({ name, size }) => ({ name, size }))],
  };
}
