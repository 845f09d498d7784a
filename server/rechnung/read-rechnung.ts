import type { RechnungFacts } from '../contract/examination.js';
import { readEmbeddedFiles, type EmbeddedFile } from './embedded-files.js';
import { isDecimal, smallestUnits } from './decimal.js';
import { isValidIban, normalIban } from './iban.js';
import { readDay } from './day.js';
import { skontoTerms } from './skonto.js';
import { CII_PATHS, NAMESPACES, syntaxOf, UBL_PATHS, type SyntaxKind, type SyntaxPaths } from './syntaxes.js';
import type { XmlLimits, XmlRefusalCode } from './xml/guard-xml.js';
import { isXmlRefusal, readXml, type XmlReader } from './xml/read-xml.js';

/** An e-invoice as far as the Freigabe needs it; not a verdict on EN 16931. */
export interface ReadRechnung {
  readonly kind: 'rechnung';
  readonly facts: RechnungFacts;
  readonly embedded: readonly EmbeddedFile[];
  readonly concerns: readonly RechnungConcern[];
}

/** What a person has to look at before the invoice may go its way. */
export type RechnungConcern =
  | 'rechnung.profileUnknown'
  | 'rechnung.ibanInvalid'
  | 'rechnung.urlScheme'
  | 'rechnung.embeddedType'
  | 'rechnung.embeddedBroken'
  | 'rechnung.dateUnreadable'
  | 'rechnung.incomplete';

export type RechnungReading =
  | ReadRechnung
  /** Invoice data of a form that is not EN 16931: shown to a person, never read silently. */
  | { readonly kind: 'otherForm'; readonly syntax: Exclude<SyntaxKind, 'ubl' | 'cii' | 'noInvoice'> }
  | { readonly kind: 'noInvoice'; readonly rootName: string }
  | { readonly kind: 'refused'; readonly code: XmlRefusalCode | 'rechnung.amount' };

/**
 * Reads XRechnung (UBL Invoice and CreditNote, UN/CEFACT CII) and the XML of ZUGFeRD and Factur-X. Never throws on bad
 * input. An amount that is not an exact decimal refuses the document: a wrong sum is worse than none.
 *
 * @param bytes as received; the encoding is the document's business
 */
export function readRechnung(bytes: Uint8Array, limits?: XmlLimits): RechnungReading {
  const reading = readXml(bytes, NAMESPACES, readDocument, limits);
  return isXmlRefusal(reading) ? { kind: 'refused', code: reading.code } : reading;
}

function readDocument(xml: XmlReader): RechnungReading {
  const syntax = syntaxOf(xml.rootName, xml.rootNamespace);
  if (syntax === 'noInvoice') return { kind: 'noInvoice', rootName: xml.rootName };
  if (syntax !== 'ubl' && syntax !== 'cii') return { kind: 'otherForm', syntax };
  const paths = syntax === 'ubl' ? UBL_PATHS : CII_PATHS;
  if (xml.texts(paths.amounts).some((amount) => !isDecimal(amount)))
    return { kind: 'refused', code: 'rechnung.amount' };
  const waehrung = currency(xml.text(paths.waehrung));
  const amount = xml.text(paths.zahlbetrag);
  const betragCent = amount === null ? null : smallestUnits(amount, waehrung);
  if (amount !== null && betragCent === null) return { kind: 'refused', code: 'rechnung.amount' };
  const facts = readFacts(xml, paths, syntax, waehrung, betragCent);
  const embedded = readEmbeddedFiles(xml.elements(paths.attachments));
  return {
    kind: 'rechnung',
    facts,
    embedded: embedded.files,
    concerns: concernsOf(xml, paths, facts, embedded.concerns),
  };
}

function readFacts(
  xml: XmlReader,
  paths: SyntaxPaths,
  source: 'ubl' | 'cii',
  waehrung: string,
  betragCent: number | null,
): RechnungFacts {
  const iban = xml.text(paths.iban);
  return {
    source,
    art: artOf(xml.rootName, xml.text(paths.typeCode)),
    kreditor: paths.kreditor.map((path) => xml.text(path)).find(Boolean) ?? '',
    nummer: xml.text(paths.nummer) ?? '',
    datum: readDay(xml.text(paths.datum)),
    betragCent,
    waehrung,
    iban: iban === null ? null : normalIban(iban),
    ibanValid: iban === null ? null : isValidIban(iban),
    leitwegKennung: xml.text(paths.leitwegKennung) || null,
    bestellnummer: xml.text(paths.bestellnummer) || null,
    faelligAm: readDay(xml.text(paths.faelligAm)),
    skonto: skontoTerms(xml.texts(paths.zahlungsbedingungen).join('\n'), waehrung),
    umsatzsteuerKennung: xml.text(paths.umsatzsteuerKennung) || null,
    profile: xml.text(paths.profile) || null,
  };
}

function concernsOf(
  xml: XmlReader,
  paths: SyntaxPaths,
  facts: RechnungFacts,
  embedded: readonly RechnungConcern[],
): RechnungConcern[] {
  const concerns = new Set<RechnungConcern>(embedded);
  if (!isKnownProfile(facts.profile)) concerns.add('rechnung.profileUnknown');
  if (facts.ibanValid === false) concerns.add('rechnung.ibanInvalid');
  // BT-124 is never fetched; anything but a web address is never offered as a link either.
  if (xml.texts(paths.externalUrls).some((url) => !/^https?:\/\//i.test(url))) concerns.add('rechnung.urlScheme');
  if (facts.datum === null && xml.text(paths.datum)) concerns.add('rechnung.dateUnreadable');
  if (!facts.nummer || !facts.kreditor || facts.betragCent === null) concerns.add('rechnung.incomplete');
  return [...concerns];
}

// UNTDID 1001: the codes that EN 16931 counts as credit notes.
const CREDIT_NOTES = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532']);

function artOf(rootName: string, typeCode: string | null): RechnungFacts['art'] {
  if (rootName === 'CreditNote' || CREDIT_NOTES.has(typeCode ?? '')) return 'gutschrift';
  return typeCode === '384' ? 'korrektur' : 'rechnung';
}

function currency(code: string | null): string {
  return code !== null && /^[A-Z]{3}$/.test(code) ? code : 'EUR';
}

const EN16931 = 'urn:cen.eu:en16931:2017';
const XRECHNUNG = `${EN16931}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0`;
// Criterion R7: unknown or outdated profiles go to a person, never a silent pass. Factur-X MINIMUM and BASIC WL are not
// in the list on purpose: they are no invoices under § 14 UStG.
const KNOWN_PROFILES = new Set([
  EN16931,
  XRECHNUNG,
  `${XRECHNUNG}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`,
  `${EN16931}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9`,
  `${EN16931}#compliant#urn:factur-x.eu:1p0:basic`,
  `${EN16931}#conformant#urn:factur-x.eu:1p0:extended`,
]);

function isKnownProfile(profile: string | null): boolean {
  return profile !== null && KNOWN_PROFILES.has(profile);
}
