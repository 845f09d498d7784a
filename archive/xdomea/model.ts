import type { BETEILIGUNGSSTATUS, MEDIUM, SCHRIFTGUTOBJEKTTYP, VERTRAULICHKEITSSTUFE } from './codes.js';

/** Calendar day in Europe/Berlin, `2026-11-03`. */
export type Tag = string;
/** Instant with zone, `2026-11-03T09:15:00Z`. */
export type Zeitpunkt = string;

/** Message 0503: records with their files are handed over to the archive. */
export interface Aussonderung0503 {
  readonly kopf: Kopf;
  readonly anschreiben?: readonly Dokument[];
  /** Read once and in order, so that a database cursor can feed a message of any length. */
  readonly schriftgutobjekte: Iterable<Schriftgutobjekt>;
}

export type Schriftgutobjekt =
  | ({ readonly art: 'Akte' } & Akte)
  | ({ readonly art: 'Vorgang' } & Vorgang)
  | ({ readonly art: 'Dokument' } & Dokument);

/** Importbestaetigung is not here: the schema fixes it to 1, because nothing may be destroyed without a 0506. */
export interface Kopf {
  readonly prozessId: string;
  readonly erstellungszeitpunkt: Zeitpunkt;
  readonly absender: Kontakt;
  readonly empfaenger: Kontakt;
  readonly sendendesSystem?: SendendesSystem;
  readonly hinweis?: string;
  readonly rueckmeldungArchivkennung: 'requested' | 'notRequested';
  readonly empfangsbestaetigung: 'requested' | 'notRequested';
}

export interface SendendesSystem {
  readonly instanzId?: string;
  readonly produktname?: string;
  readonly version?: string;
}

export interface Kontakt {
  readonly behoerdenschluessel?: FreierCode;
  readonly praefix?: FreierCode;
  readonly institution?: { readonly name?: string; readonly kurzbezeichnung?: string };
  readonly organisationseinheit?: string;
  readonly person?: Person;
  readonly taetigkeit?: string;
  readonly zustaendigkeit?: string;
}

export interface Person {
  readonly anrede?: string;
  readonly titel?: string;
  readonly familienname?: string;
  readonly vorname?: string;
}

/** A code of a list that sender and archive agreed on. */
export interface FreierCode {
  readonly code: string;
  readonly name?: string;
  readonly listUri?: string;
  readonly listVersion?: string;
}

/** What Akte, Vorgang and Dokument have in common: Identifikation and AllgemeineMetadaten. */
export interface Grunddaten {
  /** UUID, the same from the first offer to the import and across processes. */
  readonly id: string;
  readonly nummerImUebergeordnetenContainer?: number;
  readonly betreff?: string;
  readonly kennzeichen?: string;
  readonly federfuehrung?: string;
  readonly aktenfuehrung?: string;
  readonly vertraulichkeitsstufe?: keyof typeof VERTRAULICHKEITSSTUFE;
  readonly bemerkung?: string;
  readonly medium?: keyof typeof MEDIUM;
  readonly aktenplaneinheit?: Aktenplaneinheit;
  readonly historie?: readonly HistorienProtokollInformation[];
  readonly internerGeschaeftsgang?: Geschaeftsgang;
  readonly verweise?: readonly Verweis[];
}

export interface Aktenplaneinheit {
  readonly kennzeichen?: string;
  readonly inhaltsangabe?: string;
  readonly betreffKurz?: string;
}

/** Common to Akte and Vorgang: what the archive decides by and how long the record was in use. */
export interface Aktenfuehrung {
  readonly archivspezifischeMetadaten?: ArchivspezifischeMetadaten;
  readonly typ?: string;
  readonly laufzeit?: { readonly beginn?: Tag; readonly ende?: Tag };
  readonly dokumente?: readonly Dokument[];
  readonly kontakte?: readonly Kontakt[];
  readonly zdA?: 'closed' | 'open';
  readonly zdADatum?: Tag;
}

export interface ArchivspezifischeMetadaten {
  readonly aufbewahrungsdauer?: { readonly anzahlJahre: number } | 'unbefristet';
  readonly aussonderungsart?: 'A' | 'B' | 'V' | { readonly konfigurierbar: string };
  /** Archivkennung, known after the import. */
  readonly kennung?: string;
  readonly bewertungsvorschlag?: 'A' | 'V';
  /** 31 December where only the year counts. */
  readonly aufbewahrungsende?: Tag;
}

export interface Akte extends Grunddaten, Aktenfuehrung {
  readonly standort?: string;
  readonly vorgaenge?: readonly Vorgang[];
  readonly teilakten?: readonly Akte[];
}

export interface Vorgang extends Grunddaten, Aktenfuehrung {
  readonly aktenbetreff?: string;
  readonly teilvorgaenge?: readonly Vorgang[];
}

export interface Dokument extends Grunddaten {
  readonly fremdesGeschaeftszeichen?: string;
  readonly posteingangsdatum?: Tag;
  readonly postausgangsdatum?: Tag;
  readonly datumDesSchreibens?: Tag;
  readonly bezug?: string;
  readonly bearbeiter?: string;
  readonly typ?: string;
  readonly versionen?: readonly Version[];
  readonly anlagen?: readonly Dokument[];
  readonly absender?: readonly Kontakt[];
  readonly empfaenger?: readonly Kontakt[];
}

export interface Version {
  readonly nummer: string;
  readonly formate: readonly Format[];
}

/** The original always goes along; a PDF/A rendition is a further Format of the same Version. */
export interface Format {
  readonly dateiformat: string;
  readonly sonstigerName?: string;
  readonly version: string;
  readonly primaerdokument: Primaerdokument;
}

export interface Primaerdokument {
  /** `<UUID>`, `<UUID>.<extension>` or `<UUID>_<name>.<extension>`; the UUID is the file's own. */
  readonly dateiname: string;
  readonly dateinameOriginal?: string;
  readonly ersteller?: string;
  readonly datumUhrzeit?: Zeitpunkt;
  /** Inside the file, or the names of the detached signature files. */
  readonly signaturSiegel?: 'eingebettet' | { readonly dateien: readonly string[] };
}

/** One entry of the history: who changed what. */
export interface HistorienProtokollInformation {
  readonly metadatumName?: string;
  readonly metadatumAlterWert?: string;
  readonly metadatumNeuerWert?: string;
  readonly akteur: string;
  readonly datumUhrzeit: Zeitpunkt;
  readonly bemerkung?: string;
  readonly aktion: string;
}

/** The way through the house. Mitzeichnung and Schlusszeichnung are steps: Verfuegung names them, Bearbeitung proves them. */
export interface Geschaeftsgang {
  readonly id: string;
  readonly schritte: readonly Beteiligungsschritt[];
}

export interface Beteiligungsschritt {
  readonly nummer: string;
  readonly status: keyof typeof BETEILIGUNGSSTATUS;
  readonly verfuegung: Verfuegung;
  readonly bearbeitung?: Bearbeitung;
}

export interface Verfuegung {
  readonly ersteller: Kontakt;
  readonly adressat: Kontakt;
  readonly erstellungsdatum: Tag;
  /** `09:15:00`, in Europe/Berlin. */
  readonly erstellungsuhrzeit?: string;
  readonly verfuegung?: string;
  readonly terminDatum?: Tag;
  readonly notiz?: string;
}

export interface Bearbeitung {
  readonly bearbeiter: Kontakt;
  readonly datum: Tag;
  readonly uhrzeit?: string;
  readonly vermerk?: string;
  readonly notiz?: string;
}

export interface Verweis {
  readonly id?: string;
  readonly typ: keyof typeof SCHRIFTGUTOBJEKTTYP;
  readonly kennzeichen?: string;
  readonly bemerkung?: string;
}
