import type {
  Aktenplaneinheit,
  ArchivspezifischeMetadaten,
  Aussonderung0503,
  HistorienProtokollInformation,
  Kopf,
  Vorgang,
} from '../../archive/xdomea/model.js';
import { ACTS, type ActDescription } from '../contract/acts.js';
import type { Id } from '../contract/views.js';
import type { ArchivePartner, SendingSystem } from './archive-partner.js';
import { buildDokumente } from './build-dokument.js';
import { buildGeschaeftsgang } from './build-geschaeftsgang.js';
import { inOneLine, plainText, wholeText } from './message-text.js';
import type { HistorieEntry, TransferMandant, TransferRecords, TransferVorgang } from './transfer-records.js';

/** What belongs to the message and not to the records. */
export interface MessageFrame {
  /** One ProzessID is one Aussonderung. */
  readonly prozessId: Id;
  readonly createdAt: Date;
  readonly partner: ArchivePartner;
  readonly system: SendingSystem;
}

/**
 * Builds message 0503 of the two-step procedure. Each Vorgang is a root object and refers to its Akte: an Akte as root
 * would say that the whole Akte is closed and handed over, which other Vorgaenge in it may not be.
 * The ids of Vorgang, Dokument and file are ours and so the same in every message about them.
 */
export function build0503(records: TransferRecords, frame: MessageFrame): Aussonderung0503 {
  return {
    kopf: kopf(records.mandant, frame),
    schriftgutobjekte: records.vorgaenge.map((vorgang) => ({
      art: 'Vorgang' as const,
      ...buildVorgang(vorgang, records.mandant),
    })),
  };
}

function kopf(mandant: TransferMandant, { prozessId, createdAt, partner, system }: MessageFrame): Kopf {
  const { name, kurzbezeichnung, behoerdenschluessel, praefix } = partner;
  return {
    prozessId,
    erstellungszeitpunkt: createdAt.toISOString(),
    absender: {
      behoerdenschluessel: { code: mandant.behoerdenschluessel },
      institution: { name: wholeText(mandant.name) },
    },
    empfaenger: {
      ...(behoerdenschluessel && { behoerdenschluessel: { code: behoerdenschluessel } }),
      ...(praefix && { praefix: { code: praefix } }),
      institution: { name, ...(kurzbezeichnung && { kurzbezeichnung }) },
    },
    sendendesSystem: { produktname: system.name, version: system.version },
    // Both are asked for always: nothing may be destroyed before the archive has said that and where it has everything.
    rueckmeldungArchivkennung: 'requested',
    empfangsbestaetigung: 'requested',
  };
}

function buildVorgang(vorgang: TransferVorgang, mandant: TransferMandant): Vorgang {
  const { akte, laufzeitBeginn, laufzeitEnde, zdaDate } = vorgang;
  const internerGeschaeftsgang = buildGeschaeftsgang(vorgang.id, vorgang.schritte, mandant);
  return {
    id: vorgang.id,
    betreff: wholeText(vorgang.betreff),
    kennzeichen: vorgang.aktenzeichen,
    federfuehrung: wholeText(vorgang.federfuehrung),
    vertraulichkeitsstufe: vorgang.vertraulichkeitsstufe,
    medium: vorgang.medium,
    ...remarkOf(vorgang),
    aktenplaneinheit: aktenplaneinheit(vorgang),
    aktenbetreff: wholeText(akte.betreff),
    archivspezifischeMetadaten: archivspezifischeMetadaten(vorgang),
    laufzeit: { beginn: laufzeitBeginn, ...(laufzeitEnde && { ende: laufzeitEnde }) },
    zdA: vorgang.state === 'offen' ? 'open' : 'closed',
    ...(zdaDate && { zdADatum: zdaDate }),
    historie: vorgang.historie.map(buildHistorie),
    ...(internerGeschaeftsgang && { internerGeschaeftsgang }),
    verweise: [{ id: akte.id, typ: 'Akte', kennzeichen: akte.aktenzeichen }],
    dokumente: buildDokumente(vorgang.dokumente, buildHistorie),
  };
}

/** In 3.x a Vorgang has no place for the Standort of its paper part, nor for extra fields: they stand in the Bemerkung. */
function remarkOf({ bemerkung, standort, zusatz }: TransferVorgang): { bemerkung?: string } {
  const parts = [bemerkung, standort && `Standort des Papierteils: ${standort}`, ...zusatz].filter(Boolean);
  return parts.length === 0 ? {} : { bemerkung: wholeText(inOneLine(parts)) };
}

function aktenplaneinheit({ einheit }: TransferVorgang): Aktenplaneinheit {
  return { kennzeichen: einheit.kennzeichen, betreffKurz: wholeText(einheit.titel) };
}

function archivspezifischeMetadaten(vorgang: TransferVorgang): ArchivspezifischeMetadaten {
  const { aufbewahrungJahre, aufbewahrungsende, aussonderungsart } = vorgang;
  return {
    aufbewahrungsdauer: aufbewahrungJahre === null ? 'unbefristet' : { anzahlJahre: aufbewahrungJahre },
    ...(aussonderungsart && { aussonderungsart }),
    ...(aufbewahrungsende && { aufbewahrungsende }),
  };
}

/** An entry of the Protokoll. Its sentence is ours, so its typographic marks may give way to those of DIN 91379. */
function buildHistorie({ at, actor, action, text }: HistorieEntry): HistorienProtokollInformation {
  const description = (ACTS as Readonly<Record<string, ActDescription>>)[action];
  return {
    akteur: plainText(actor),
    datumUhrzeit: at.toISOString(),
    ...(text && { bemerkung: plainText(text) }),
    aktion: description?.label.de ?? action,
  };
}
