import { createHash } from 'node:crypto';
import type { Bearbeitung, Beteiligungsschritt, Geschaeftsgang, Kontakt } from '../../archive/xdomea/model.js';
import type { Id } from '../contract/views.js';
import { berlinMoment, plainText, wholeText } from './message-text.js';
import type { TransferMandant, TransferSchritt } from './transfer-records.js';

/**
 * The way of a Vorgang through the house: one Beteiligungsschritt per finished Aufgabe, in the order in which they were
 * done. Mitzeichnung and Schlusszeichnung are steps like the others; their Bearbeitung proves them.
 * @returns undefined where nobody had anything to do: the schema wants at least one step
 */
export function buildGeschaeftsgang(
  vorgangId: Id,
  schritte: readonly TransferSchritt[],
  mandant: TransferMandant,
): Geschaeftsgang | undefined {
  if (schritte.length === 0) return undefined;
  return {
    id: geschaeftsgangId(vorgangId),
    schritte: schritte.map((schritt, index) => beteiligungsschritt(schritt, index + 1, mandant)),
  };
}

function beteiligungsschritt(schritt: TransferSchritt, nummer: number, mandant: TransferMandant): Beteiligungsschritt {
  const asked = berlinMoment(schritt.askedAt);
  return {
    nummer: String(nummer),
    status: 'abgeschlossen',
    verfuegung: {
      // A Verfügung is somebody's; else the process model asks, in the name of the authority. Who did it stands in the Bearbeitung.
      ersteller: schritt.orderer ? personKontakt(schritt.orderer) : { institution: { name: wholeText(mandant.name) } },
      adressat: personKontakt(schritt),
      erstellungsdatum: asked.day,
      erstellungsuhrzeit: asked.time,
      verfuegung: plainText(schritt.schritt),
      ...(schritt.frist && { terminDatum: schritt.frist }),
      notiz: plainText(schritt.frage),
    },
    bearbeitung: bearbeitung(schritt),
  };
}

function bearbeitung(schritt: TransferSchritt): Bearbeitung {
  const done = berlinMoment(schritt.completedAt);
  const { zeichnung, note } = schritt;
  const said = zeichnung?.bemerkung ?? note;
  return {
    bearbeiter: personKontakt(schritt),
    datum: done.day,
    uhrzeit: done.time,
    vermerk: zeichnung ? plainText(`${zeichnungName(zeichnung.art)}: ${zeichnung.decision}`) : 'erledigt',
    ...(said !== '' && { notiz: wholeText(said) }),
  };
}

/** Names stay whole: taking "Dr. Ruth von der Au" apart would be a guess, and the field takes the whole name. */
function personKontakt({ person, unit }: Pick<TransferSchritt, 'person' | 'unit'>): Kontakt {
  return { organisationseinheit: wholeText(unit), person: { familienname: wholeText(person) } };
}

function zeichnungName(art: string): string {
  const names: Readonly<Record<string, string>> = {
    sachlich: 'sachlich richtig',
    mitzeichnung: 'Mitzeichnung',
    schlusszeichnung: 'Schlusszeichnung',
  };
  return names[art] ?? art;
}

/**
 * The Geschaeftsgang has no row of its own, and its id must be the same in every message about the Vorgang: a UUID of
 * version 8 (RFC 9562, section 5.8) made of the Vorgang's id.
 */
function geschaeftsgangId(vorgangId: Id): Id {
  const bytes = createHash('sha256').update(`laufmappe/geschaeftsgang/${vorgangId}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
