import type { Id } from './views.js';

/** How far a file on its way in is. */
export interface UploadProgress {
  readonly id: Id;
  readonly fileName: string;
  /** Bytes of the whole file, as announced. */
  readonly size: number;
  /** Bytes that have arrived and are safe; the next piece begins here. */
  readonly received: number;
  /** Most bytes that one piece may have. */
  readonly largestPart: number;
  /** `stored`: the whole is an object, and an act may take it. */
  readonly state: 'receiving' | 'stored';
}

/** One piece that has arrived, so that a page can make sure that it goes on with the same file. */
export interface UploadPart {
  readonly start: number;
  readonly size: number;
  readonly sha256: string;
}
