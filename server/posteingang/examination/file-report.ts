import type {
  ExaminationOutcome,
  FileType,
  RechnungFacts,
  SignatureReport,
  TextLayer,
} from '../../contract/examination.js';
import type { Sentence } from '../../contract/rejections.js';
import type { MailWarningCode } from '../../../connectors/mail/mail-warnings.js';
import type { NoteCode } from './notes.js';
import type { TextLine } from './text/text-line.js';

/** What one file says about itself, without the Eingang around it. */
export interface FileReport {
  readonly fileType: FileType;
  readonly mime: string;
  readonly outcome: ExaminationOutcome;
  readonly reason: NoteCode | MailWarningCode | null;
  readonly notes: readonly NoteCode[];
  readonly pages: number | null;
  readonly textLayer: TextLayer;
  readonly lines: readonly TextLine[];
  /** Structured invoice data, never read from prose. */
  readonly rechnung: RechnungFacts | null;
  readonly embedded: readonly EmbeddedBytes[];
  readonly signatures: SignatureReport | null;
  /** What the check of the signatures has to say about the file as a whole. */
  readonly signatureNotes: readonly (Sentence & { readonly code: string })[];
}

/** A file inside the file: invoice data in a PDF, an attachment in an XRechnung. */
export interface EmbeddedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Why nobody shall open it, or null. */
  readonly objection: NoteCode | null;
}

/** The report on a file about which nothing more is known than its type. */
export function plainReport(type: { fileType: FileType; mime: string }): FileReport {
  return {
    ...type,
    outcome: 'geprueft',
    reason: null,
    notes: [],
    pages: null,
    textLayer: 'noPages',
    lines: [],
    rechnung: null,
    embedded: [],
    signatures: null,
    signatureNotes: [],
  };
}
