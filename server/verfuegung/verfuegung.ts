import { wiedervorlageDay } from '../aufgabe/wiedervorlage.js';
import { germanDay } from '../contract/german-day.js';
import { grants, type Permission, type Role } from '../contract/permissions.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { NewPunkt, PunktArt, PunktState, VerfuegungView } from '../contract/verfuegung-views.js';
import type { Day, Id } from '../contract/views.js';
import { PUNKT_STATES, VERFUEGUNG_STATES } from './words.js';

/** More is no order but a project; the points of one Verfügung are read and locked together. */
export const MOST_PUNKTE = 50;

/** A point as far as the rules ask about it. */
export interface Punkt {
  readonly id: Id;
  readonly nummer: number;
  readonly art: PunktArt;
  readonly state: PunktState;
  readonly aufgabeId: Id | null;
}

/** A point that is to be written, with the number that it gets. */
export interface NumberedPunkt {
  readonly nummer: number;
  readonly punkt: NewPunkt;
}

/** Points in the order of the list, counted from 1 as the page shows them. */
export function numbered(punkte: readonly NewPunkt[]): NumberedPunkt[] {
  return punkte.map((punkt, index) => ({ nummer: index + 1, punkt }));
}

/** Everything that is wrong with a list of points as such: its length, its order, its days and texts. */
export function listFindings(list: readonly NumberedPunkt[], today: Day): Rejection[] {
  if (list.length === 0) return [reject('verfuegung.empty')];
  if (list.length > MOST_PUNKTE) return [reject('verfuegung.tooLong', { most: MOST_PUNKTE, found: list.length })];
  const found: Rejection[] = [];
  const closing = list.filter(({ punkt }) => punkt.art === 'zdA');
  // „z. d. A.“ ends the matter: a second one would have nothing left to end, and nothing can follow it.
  closing.slice(1).forEach(({ nummer }) => found.push(reject('verfuegung.twoZdA', { nummer })));
  const [first] = closing;
  if (closing.length === 1 && first && first !== list.at(-1)) {
    found.push(reject('verfuegung.zdANotLast', { nummer: first.nummer }));
  }
  return [...found, ...list.flatMap((entry) => punktFindings(entry, today))];
}

/** What is wrong with one point, but for whom it goes to. */
export function punktFindings({ nummer, punkt }: NumberedPunkt, today: Day): Rejection[] {
  const found: Rejection[] = [];
  if ((punkt.art === 'vermerk' || punkt.art === 'zwV') && punkt.text === '') {
    found.push(reject('verfuegung.textMissing', { nummer }));
  }
  if (punkt.art === 'wv') {
    const day = wiedervorlageDay(punkt.day, today);
    if (isRejection(day)) {
      found.push(reject('verfuegung.dayWrong', { nummer, whyDe: day.message.de, whyEn: day.message.en }));
    }
  }
  if (punkt.art === 'zwV' && punkt.frist !== null && !canBeFrist(punkt.frist, today)) {
    found.push(reject('verfuegung.fristPassed', { nummer, day: germanDay(punkt.frist) }));
  }
  return found;
}

/** Today counts: „z. w. V. bis heute“ is an order. Further away than a Wiedervorlage could be is a slip of the year. */
function canBeFrist(frist: Day, today: Day): boolean {
  return frist === today || !isRejection(wiedervorlageDay(frist, today));
}

/** The whole list of what stands against it, or nothing. */
export function notOrderable(found: readonly Rejection[]): Rejection | null {
  return found.length === 0 ? null : reject('verfuegung.notOrderable', { count: found.length }, found);
}

/**
 * The number of a further point: behind all others, but before „z. d. A.“, which then counts one more.
 * @returns a refusal where a second „z. d. A.“ would come in
 */
export function placeFor(
  art: PunktArt,
  punkte: readonly Punkt[],
): { nummer: number; behind: Punkt | null } | Rejection {
  const closing = punkte.find((punkt) => punkt.art === 'zdA' && punkt.state === 'offen') ?? null;
  const next = Math.max(0, ...punkte.map(({ nummer }) => nummer)) + 1;
  if (art === 'zdA' && closing) return reject('verfuegung.twoZdA', { nummer: next });
  return closing ? { nummer: closing.nummer, behind: closing } : { nummer: next, behind: null };
}

/** How far a Verfügung has come. */
export function stateOf(
  recalled: 'recalled' | 'inForce',
  punkte: readonly Pick<Punkt, 'state'>[],
): VerfuegungView['state'] {
  if (recalled === 'recalled') return 'zurueckgenommen';
  return punkte.some(({ state }) => state === 'offen') ? 'laeuft' : 'fertig';
}

/** Only what still has an open point is changed. */
export function requireRunning(state: VerfuegungView['state']): Rejection | null {
  if (state === 'laeuft') return null;
  const { de, en } = VERFUEGUNG_STATES[state];
  return reject('verfuegung.notRunning', { stateDe: de, stateEn: en });
}

/** Only an open point can be struck: what has been done stays done. */
export function requireOpenPunkt<Found extends Punkt>(punkt: Found | undefined): Found | Rejection {
  if (!punkt) return reject('platform.notFound');
  if (punkt.state === 'offen') return punkt;
  const { de, en } = PUNKT_STATES[punkt.state];
  return reject('verfuegung.punktEnded', { nummer: punkt.nummer, stateDe: de, stateEn: en });
}

/**
 * Points do not wait for each other, except „z. d. A.“: whoever has ordered is asked for it when nothing else is open, and
 * not any more when something is again.
 */
export function closingStep(punkte: readonly Punkt[]): { step: 'ask' | 'withdraw'; punkt: Punkt } | null {
  const punkt = punkte.find(({ art, state }) => art === 'zdA' && state === 'offen');
  if (!punkt) return null;
  const waits = punkte.some(({ art, state }) => art !== 'zdA' && state === 'offen');
  if (!waits && punkt.aufgabeId === null) return { step: 'ask', punkt };
  return waits && punkt.aufgabeId !== null ? { step: 'withdraw', punkt } : null;
}

/** An order is struck by whoever gave it, by the Registratur that answers for the record, or by the Leitung. */
export function refuseStranger(
  orderer: { readonly id: Id; readonly name: string },
  person: { readonly id: Id; readonly roles: readonly Role[]; readonly scopes?: readonly Permission[] },
): Rejection | null {
  if (orderer.id === person.id) return null;
  return grants(person, 'verfuegung.cancel') ? null : reject('verfuegung.notYours', { name: orderer.name });
}
