import type { ExaminedPart } from '../../contract/examination.js';
import type { StoredPart } from '../../../connectors/mail/mail.js';
import type { StoredObject } from '../../platform/objects/object-store.js';
import type { FileReport } from './file-report.js';

/** A file of the Eingang with its report: the original, or a part that came out of it. */
export interface Piece {
  /** Position in the parts; null for the original. */
  readonly position: number | null;
  readonly kind: ExaminedPart['kind'];
  readonly name: string;
  readonly originalName: string | null;
  /** Position of the piece that it came in; null for the original. */
  readonly parent: number | null;
  readonly stored: StoredObject;
  readonly report: FileReport;
}

/** A piece whose bytes were taken out of another and lie in the scratch folder. */
export interface PartPiece extends Piece {
  readonly stored: StoredPart;
}
