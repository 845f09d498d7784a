import type { Sentence } from './rejections.js';

/** What z. d. A. starts: `bin` is emptied, `protokoll` and list of Aufgaben are filed as PDF, `renditions` for the archive are made. */
export type ClosingKind = 'bin' | 'protokoll' | 'renditions';

/** Why a step could not be finished, and what can be done. */
export interface ClosingReason extends Sentence {
  remedy: Sentence;
}

/** `GET /api/vorgaenge/:id/abschlussarbeiten`: empty for a Vorgang that is not z. d. A., or was closed before there were any. */
export interface ClosingView {
  works: { kind: ClosingKind; state: 'waiting' | 'done' | 'failed'; reasons: ClosingReason[] }[];
}
