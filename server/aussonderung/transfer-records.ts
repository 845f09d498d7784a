import type { Day, Id } from '../contract/views.js';
import type { RetentionFacts } from './retention.js';

/** A Vorgang with everything that goes to the archive, as the database has it. Plain data: it can be compared as text. */
export interface TransferVorgang extends Omit<RetentionFacts, 'dokumente' | 'drafts'> {
  readonly id: Id;
  readonly version: number;
  readonly aktenzeichen: string;
  readonly betreff: string;
  readonly laufzeitBeginn: Day;
  readonly laufzeitEnde: Day | null;
  readonly zdaDate: Day | null;
  readonly federfuehrung: string;
  readonly medium: 'elektronisch' | 'hybrid' | 'papier';
  readonly bemerkung: string;
  /** Where the paper part is; empty where there is none. */
  readonly standort: string;
  /** Its extra fields and those of its Akte, each as „Flurstück: 12/3“. */
  readonly zusatz: readonly string[];
  readonly akte: { readonly id: Id; readonly aktenzeichen: string; readonly betreff: string };
  readonly einheit: { readonly kennzeichen: string; readonly titel: string };
  /** In the order of their numbers; attachments name their parent. */
  readonly dokumente: readonly TransferDokument[];
  readonly historie: readonly HistorieEntry[];
  readonly schritte: readonly TransferSchritt[];
}

export interface TransferDokument {
  readonly id: Id;
  readonly parentId: Id | null;
  readonly nummer: number;
  readonly betreff: string;
  readonly art: 'eingang' | 'anlage' | 'vermerk' | 'ausgang';
  readonly state: 'entwurf' | 'gueltig' | 'verworfen';
  readonly date: Day | null;
  readonly receivedAt: Date | null;
  readonly createdBy: string;
  /** Its extra fields, as above. */
  readonly zusatz: readonly string[];
  readonly versions: readonly TransferVersion[];
  readonly historie: readonly HistorieEntry[];
}

export interface TransferVersion {
  /** Also the UUID of the file in the message. */
  readonly id: Id;
  readonly nummer: number;
  readonly fileName: string;
  readonly mime: string;
  readonly sha256: string;
  readonly size: number;
  readonly signature: 'embedded' | 'none';
  readonly createdAt: Date;
  readonly createdBy: string;
}

export interface HistorieEntry {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  /** The sentence that the Protokoll has for it; null where its content was erased. */
  readonly text: string | null;
}

/** One finished Aufgabe: who was asked, who did it, and the Zeichnung that came of it. */
export interface TransferSchritt {
  readonly schritt: string;
  readonly frage: string;
  readonly askedAt: Date;
  readonly frist: Day | null;
  readonly completedAt: Date;
  readonly person: string;
  readonly unit: string;
  readonly zeichnung: { readonly art: string; readonly decision: string; readonly bemerkung: string } | null;
  /** Who has ordered it by a Verfügung; null: the process has asked. */
  readonly orderer: { readonly person: string; readonly unit: string } | null;
  /** What was written beside a point of a Verfügung when it was done. */
  readonly note: string;
}

/** The authority that hands over. */
export interface TransferMandant {
  readonly name: string;
  readonly behoerdenschluessel: string;
}

export interface TransferRecords {
  readonly mandant: TransferMandant;
  readonly vorgaenge: readonly TransferVorgang[];
}

/** What the rule about periods needs to know of a Vorgang. Discarded drafts do not make a Vorgang worth handing over. */
export function retentionFactsOf(vorgang: TransferVorgang): RetentionFacts {
  return {
    ...vorgang,
    dokumente: vorgang.dokumente.filter(({ state }) => state !== 'verworfen').length,
    drafts: vorgang.dokumente.filter(({ state }) => state === 'entwurf').map(({ betreff }) => betreff),
  };
}

/** Every version of every Dokument. */
export function versionsOf({ vorgaenge }: TransferRecords): TransferVersion[] {
  return vorgaenge.flatMap(({ dokumente }) => dokumente.flatMap(({ versions }) => versions));
}
