import type { Sentence } from './rejections.js';
import type { FileView, Id, Instant } from './views.js';

/** `GET /api/akten/:id/pdf` and `GET /api/vorgaenge/:id/pdf`: the newest that the person has asked for; null: none. */
export interface RecordPdfView {
  pdf: {
    id: Id;
    state: 'waiting' | 'running' | 'ready' | 'failed' | 'aborted';
    /** Dokumente fetched, of how many. */
    done: number;
    total: number;
    orderedAt: Instant;
    reason: (Sentence & { remedy: Sentence }) | null;
    pages: number | null;
    file: FileView | null;
  } | null;
}
