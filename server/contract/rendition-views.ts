import type { Sentence } from './rejections.js';

/** `GET /api/dokumente/:id/versionen/:nummer/darstellung`: what one version is shown by, where it is not shown itself. */
export interface RenditionView {
  /** `none`: nothing is made of files of this kind. `missing`: nobody has had it made yet. */
  state: 'none' | 'missing' | 'waiting' | 'ready' | 'failed';
  /** Address of the PDF, once it is ready. */
  url: string | null;
  /** Why there is none, and what can be done. */
  reason: (Sentence & { remedy: Sentence }) | null;
}
