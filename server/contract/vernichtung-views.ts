import type { Day, Id, Instant } from './views.js';

export interface VernichtungItemView {
  vorgangId: Id;
  aktenzeichen: string;
  aufbewahrungsende: Day;
  state: 'selected' | 'excluded' | 'destroyed';
  exclusionReason: string | null;
}

/** Row of `GET /api/aussonderungen/vernichtungen`: { vernichtungen: VernichtungView[] }, newest first. */
export interface VernichtungView {
  id: Id;
  version: number;
  state: 'requested' | 'released' | 'done' | 'withdrawn';
  reason: string;
  requestedAt: Instant;
  requestedBy: string;
  requestedById: Id;
  releasedBy: string | null;
  items: VernichtungItemView[];
  /** The Loeschnachweis, once all is done: PDF for people, JSON for machines. */
  proofs: { name: string; url: string }[];
}
