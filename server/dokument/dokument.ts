import { german } from '../akte/akte.js';
import type { DokumentArt, DokumentState } from '../contract/dokument-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';

/** Kinds of Dokument that xdomea and the office tell apart. */
export const DOKUMENT_ARTEN = ['eingang', 'anlage', 'vermerk', 'ausgang'] as const satisfies readonly DokumentArt[];

/** Where a Dokument lies: in the register of its Vorgang, taken out of it, in the bin, or nowhere any more. */
export type DokumentPlace = 'register' | 'unlinked' | 'bin' | 'deleted';

export interface Checkout {
  readonly id: Id;
  readonly personId: Id;
  readonly person: string;
  readonly since: Day;
  /** The version that was taken along. */
  readonly baseNummer: number;
}

export interface Dokument {
  readonly id: Id;
  readonly vorgangId: Id;
  readonly nummer: number;
  readonly parentId: Id | null;
  readonly betreff: string;
  readonly art: DokumentArt;
  readonly state: DokumentState;
  readonly date: Day | null;
  readonly eingangId: Id | null;
  readonly place: DokumentPlace;
  readonly version: number;
  readonly newest: { readonly nummer: number; readonly sha256: string };
  readonly checkout: Checkout | null;
}

/** Received mail is final at once: it proves what arrived. */
export function stateOfNew(art: DokumentArt, wished: 'entwurf' | 'gueltig'): 'entwurf' | 'gueltig' {
  return art === 'eingang' ? 'gueltig' : wished;
}

/** Everything that stands against new details or a further version. */
export function changeObstacles(dokument: Dokument): Rejection[] {
  return [...placeObstacles(dokument), ...finalObstacles(dokument), ...checkoutObstacles(dokument)];
}

export function placeObstacles({ place, betreff }: Dokument): Rejection[] {
  return place === 'register' ? [] : [reject('dokument.notInRegister', { betreff })];
}

export function finalObstacles({ state, betreff }: Dokument): Rejection[] {
  if (state === 'entwurf') return [];
  return [reject(state === 'gueltig' ? 'dokument.final' : 'dokument.discardedDraft', { betreff })];
}

export function checkoutObstacles({ checkout, betreff }: Dokument): Rejection[] {
  if (!checkout) return [];
  const { person, since } = checkout;
  return [reject('dokument.checkedOut', { betreff, person, since: german(since) })];
}

/** The check-out of this very person. */
export function ownCheckout({ checkout, betreff }: Dokument, personId: Id): Checkout | Rejection {
  if (!checkout) return reject('dokument.notCheckedOut', { betreff });
  if (checkout.personId === personId) return checkout;
  const { person, since } = checkout;
  return reject('dokument.checkedOut', { betreff, person, since: german(since) });
}

/** One refusal for all that was found: the only one itself, or the list of them; null where nothing was found. */
export function refusalOf({ betreff }: Pick<Dokument, 'betreff'>, obstacles: readonly Rejection[]): Rejection | null {
  const [first, ...more] = obstacles;
  if (!first || more.length === 0) return first ?? null;
  return reject('dokument.notChangeable', { betreff, count: obstacles.length }, obstacles);
}
