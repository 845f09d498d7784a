import type { Letterhead } from './mandant-views.js';
import type { Id, Instant } from './views.js';

/** Body of `POST /api/barrieren`, with or without a sign-in. */
export interface ToldBarriere {
  /** Made by `pageOf`. */
  page: string;
  description: string;
  /** How to answer; empty: no answer is wanted. */
  contact: string;
}

/** Row of `GET /api/barrieren`. */
export interface BarriereRow extends ToldBarriere {
  id: Id;
  toldAt: Instant;
  /** Told by somebody who had signed in. */
  signedIn: boolean;
  closed: { at: Instant; by: string; note: string } | null;
}

/** `GET /api/barrieren`: open ones first, the newest of each first. */
export interface BarrierenView {
  items: BarriereRow[];
  /** How many are open, shown or not. */
  open: number;
}

/** `GET /api/authority`: whose statement on accessibility it is; null where several share the installation and nobody has signed in. */
export interface AuthorityView {
  authority: ({ name: string } & Partial<Letterhead>) | null;
}

export const LONGEST_PAGE = 100;
/** One segment of an address that names a screen, or the mark for one that names a record. */
export const PAGE = /^\/(?:(?:[a-z]{1,20}|…)(?:\/(?:[a-z]{1,20}|…))*)?$/;

/** The address of a page without what is behind `?` and `#` and without ids: those of records are nobody's business here. */
export function pageOf(address: string): string {
  const path = address.split(/[?#]/)[0] ?? '';
  const segments = path.split('/').filter(Boolean);
  const named = segments.map((segment) => (/^[a-z]{1,20}$/.test(segment) ? segment : '…'));
  return `/${named.slice(0, 4).join('/')}`;
}
