import type { MarkBox } from './schwaerzung-views.js';
import type { Id, Instant } from './views.js';

/** Text that was marked, with or without words to it, or words at a place or to a whole page. */
export type AnnotationKind = 'highlight' | 'note';

/** What somebody noted on a page. */
export interface AnnotationView {
  id: Id;
  /** Of the row, for acts that must not overwrite what somebody else has just changed. */
  version: number;
  /** Of the version whose pages it was made on. */
  nummer: number;
  page: number;
  kind: AnnotationKind;
  /** Empty: a note to the page as a whole. */
  boxes: MarkBox[];
  text: string;
  author: string;
  createdAt: Instant;
  changedAt: Instant | null;
  /** What whoever asks may do with it. */
  may: { edit: boolean; remove: boolean };
}

/** `GET /api/dokumente/:id/versionen/:nummer/ebenen`: what lies over the pages of a version, none of it part of its bytes. */
export interface LayersView {
  /** In the order of the pages. */
  annotations: AnnotationView[];
  /** Made on other versions, newest first: their places may be elsewhere in this one. */
  elsewhere: AnnotationView[];
  /** Whether whoever asks may add one. */
  mayAdd: boolean;
  /** Marked to be redacted and not yet made; empty for whoever does not work on Dokumente. */
  redactions: { page: number; boxes: MarkBox[] }[];
  /** How and when it came, where it came through the Posteingang: what a stamp on its first page would say. */
  receipt: ReceiptStamp | null;
}

export interface ReceiptStamp {
  receivedAt: Instant;
  channel: 'mail' | 'folder' | 'upload';
  /** Of the Vorgang that it lies in now. */
  aktenzeichen: string;
}
