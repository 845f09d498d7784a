import type { Sentence } from './rejections.js';
import type { Day } from './views.js';

/**
 * What was found out about an Eingang by looking into its bytes: one JSON document, stored beside the Eingang and shown
 * to the Poststelle. Everything in it is a proposal with its place; nothing in it was changed in the bytes.
 */
export interface Examination {
  /** Shape of this document; a later shape gets a later number, so that old results stay readable. */
  readonly schema: 1;
  readonly outcome: ExaminationOutcome;
  /** Why a person has to look first; null when the outcome is `geprueft`. */
  readonly reason: ExaminationNote | null;
  readonly fileType: FileType;
  /** MIME type found in the bytes, never the declared one. */
  readonly mime: string;
  /** No scanner is connected, so nothing may ever be called clean. */
  readonly virus: 'nichtGeprueft';
  readonly kind: EingangKind;
  /** `sicher`: read from structured data; `pruefen`: concluded from text; `unklar`: nothing pointed anywhere. */
  readonly confidence: 'sicher' | 'pruefen' | 'unklar';
  readonly title: string;
  /** Name of the sender as found: mail header, invoice, letterhead; empty when unknown. */
  readonly sender: string;
  readonly senderAddress: string;
  readonly letterDate: Day | null;
  readonly amountCent: number | null;
  readonly rechnung: RechnungFacts | null;
  /** Aktenzeichen that the text names („Ihr Zeichen“); candidates, not yet compared with the register. */
  readonly aktenzeichen: readonly string[];
  /** Pages of the PDF that is shown first (the original or the leading attachment); null where there are no pages. */
  readonly pages: number | null;
  readonly textLayer: TextLayer;
  /** Text as text, at most 4,000 characters, control and direction characters made visible. */
  readonly textExcerpt: string;
  readonly places: readonly Place[];
  readonly warnings: readonly ExaminationNote[];
  /** Body and attachments of a mail, and the invoice XML inside a PDF: each becomes its own Dokument. */
  readonly parts: readonly ExaminedPart[];
  readonly signatures: SignatureReport | null;
  readonly mail: MailFacts | null;
}

/** `klaerung`: readable, but a person decides; `quarantaene`: not opened any further, nobody gets it as a document. */
export type ExaminationOutcome = 'geprueft' | 'klaerung' | 'quarantaene';

export type EingangKind = 'rechnung' | 'mahnung' | 'antrag' | 'widerspruch' | 'schreiben';

export type FileType =
  'pdf' | 'mail' | 'xrechnung' | 'xml' | 'image' | 'office' | 'archive' | 'text' | 'program' | 'empty' | 'unknown';

/** `none`: a scan without text recognition; `mixed`: some pages have text; `noPages`: not a paged document. */
export type TextLayer = 'text' | 'none' | 'mixed' | 'noPages';

/** One observation in both languages; the code is stable and says which rule spoke, e.g. `pdf.script`. */
export interface ExaminationNote extends Sentence {
  readonly code: string;
  /** Position in `parts`, or null for the original. */
  readonly part: number | null;
}

/** The invoice as far as the Freigabe needs it; EN 16931 term in brackets. */
export interface RechnungFacts {
  /** Where the facts come from: structured data lead, text is only a proposal. */
  readonly source: 'ubl' | 'cii' | 'text';
  readonly art: 'rechnung' | 'gutschrift' | 'korrektur';
  /** Seller name (BT-27). */
  readonly kreditor: string;
  /** Invoice number (BT-1). */
  readonly nummer: string;
  /** Issue date (BT-2). */
  readonly datum: Day | null;
  /** Amount due for payment (BT-115) in the smallest unit of the currency. */
  readonly betragCent: number | null;
  /** ISO 4217 code (BT-5). */
  readonly waehrung: string;
  /** Account of the seller (BT-84), without blanks; `ibanValid` is its checksum, nothing more. */
  readonly iban: string | null;
  readonly ibanValid: boolean | null;
  /** Buyer reference (BT-10); for public buyers the Leitweg-ID. */
  readonly leitwegKennung: string | null;
  /** Purchase order (BT-13). */
  readonly bestellnummer: string | null;
  /** Due date (BT-9). */
  readonly faelligAm: Day | null;
  /** Cash discount terms of BT-20, best first. */
  readonly skonto: readonly Skonto[];
  readonly umsatzsteuerKennung: string | null;
  /** Specification identifier (BT-24). */
  readonly profile: string | null;
}

export interface Skonto {
  readonly tage: number;
  /** Hundredths of a percent: 2.25 % is 225. */
  readonly prozentHundertstel: number;
  readonly basisbetragCent: number | null;
}

export type PlaceField =
  | 'sender'
  | 'letterDate'
  | 'amountCent'
  | 'nummer'
  | 'iban'
  | 'leitwegKennung'
  | 'faelligAm'
  | 'aktenzeichen'
  | 'title';

/** Where a value stands on a page, for the link between field and page. */
export interface Place {
  readonly field: PlaceField;
  /** The words as printed. */
  readonly text: string;
  /** Position in `parts`, or null for the original. */
  readonly part: number | null;
  /** 1 for the first page. */
  readonly page: number;
  /** Left, bottom, right, top in PDF user space (points, origin at the lower left): `convertToViewportRectangle`. */
  readonly box: readonly [number, number, number, number];
}

export interface ExaminedPart {
  readonly position: number;
  readonly kind: 'body' | 'attachment';
  /** Safe to show and to save: no path, no control characters, never empty. */
  readonly name: string;
  /** The name as the sender wrote it, where it had to be changed; text only. */
  readonly originalName: string | null;
  readonly mime: string;
  readonly fileType: FileType;
  readonly size: number;
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Position of the part that it came in (forwarded mail, PDF with embedded invoice); null: the original itself. */
  readonly parent: number | null;
  readonly outcome: ExaminationOutcome;
}

export interface MailFacts {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** The sender's own statement, ISO 8601 with Z; null when missing or unreadable. */
  readonly date: string | null;
  readonly messageId: string | null;
}

/** Mathematics and coverage only: without trust lists no signature is called valid. */
export interface SignatureReport {
  readonly signatures: readonly SignatureFinding[];
}

export interface SignatureFinding {
  readonly signerName: string;
  readonly issuer: string;
  readonly serial: string;
  /** Time claimed by the signer (entry M), ISO 8601 with Z; not a time stamp. */
  readonly claimedTime: string | null;
  readonly algorithm: string;
  readonly integrity: 'intact' | 'broken' | 'notCheckable';
  readonly coverage: 'wholeFile' | 'laterChanges' | 'notCheckable';
  readonly trust: 'notChecked';
  readonly sentence: Sentence;
}
