import type { Aufbewahrung, Aussonderungsart, EinheitState } from '../contract/aktenplan-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import { germanDay } from '../contract/german-day.js';

/** What a position of the Aktenplan says from a day on. */
export interface EinheitFacts {
  readonly parentId: Id | null;
  readonly titel: string;
  readonly aufbewahrung: Aufbewahrung;
  /** null: as the position above */
  readonly aussonderungsart: Aussonderungsart | null;
  readonly state: EinheitState;
}

export interface EinheitVersion extends EinheitFacts {
  readonly nummer: number;
  readonly validFrom: Day;
}

/** A position on one day, with its own words; what it inherits is found on the way up. */
export interface PlanEinheit extends EinheitFacts {
  readonly id: Id;
  readonly kennzeichen: string;
}

/** The whole Aktenplan on one day, by id. */
export type Plan = ReadonlyMap<Id, PlanEinheit>;

/** What holds for a position, and the Kennzeichen of the one that says so. */
export interface Effective {
  readonly jahre: { readonly value: number | null; readonly from: string };
  readonly aussonderungsart: { readonly value: Aussonderungsart; readonly from: string };
  readonly state: EinheitState;
}

export const MOST_LEVELS = 12;
const FURTHEST_YEARS = 10;

/** From the position up to the uppermost one. Ends at a position that is not in the plan of this day. */
export function wayUp(plan: Plan, id: Id | null): PlanEinheit[] {
  const way: PlanEinheit[] = [];
  for (let at = id === null ? undefined : plan.get(id); at && way.length <= plan.size;) {
    way.push(at);
    at = at.parentId === null ? undefined : plan.get(at.parentId);
  }
  return way;
}

/** Resolves what is inherited. `way` begins with the position itself and ends with the uppermost one. */
export function effective(way: readonly Omit<PlanEinheit, 'id'>[]): Effective {
  const period = way.find(({ aufbewahrung }) => aufbewahrung !== 'geerbt');
  const art = way.find(({ aussonderungsart }) => aussonderungsart !== null);
  if (!period || !art?.aussonderungsart) throw new Error('An uppermost position inherits');
  return {
    jahre: {
      value: period.aufbewahrung === 'unbefristet' ? null : Number(period.aufbewahrung),
      from: period.kennzeichen,
    },
    aussonderungsart: { value: art.aussonderungsart, from: art.kennzeichen },
    state: way.some(({ state }) => state === 'stillgelegt') ? 'stillgelegt' : 'offen',
  };
}

/** What stands against new Akten at a position; an empty list means that it takes them. */
export function akteObstacles(position: {
  readonly kennzeichen: string;
  readonly state: EinheitState;
  readonly openBelow: 'none' | 'some';
}): Rejection[] {
  const { kennzeichen, state, openBelow } = position;
  const found: Rejection[] = [];
  if (state === 'stillgelegt') found.push(reject('aktenplan.stillgelegt', { kennzeichen }));
  if (openBelow === 'some') found.push(reject('aktenplan.notLeaf', { kennzeichen }));
  return found;
}

/** A change holds from today or from a day that people still plan for. What has been is not rewritten. */
export function refuseDay(validFrom: Day, today: Day): Rejection | null {
  if (validFrom < today) {
    return reject('aktenplan.validFromPast', { today: germanDay(today), found: germanDay(validFrom) });
  }
  const furthest = `${Number(today.slice(0, 4)) + FURTHEST_YEARS}${today.slice(4)}`;
  return validFrom > furthest ? reject('aktenplan.validFromFar', { found: germanDay(validFrom) }) : null;
}

/** A change may not hide behind one that is planned for a later day. */
export function refuseBeforePlanned(kennzeichen: string, last: EinheitVersion, validFrom: Day): Rejection | null {
  return validFrom < last.validFrom
    ? reject('aktenplan.laterChange', { kennzeichen, day: germanDay(last.validFrom) })
    : null;
}

/** Whether what a position says makes sense where it lies. */
export function refuseFacts(facts: EinheitFacts): Rejection | null {
  const inherits = facts.aufbewahrung === 'geerbt' || facts.aussonderungsart === null;
  return facts.parentId === null && inherits ? reject('aktenplan.uppermostInherits') : null;
}

/** Whether a position can lie below `parentId` on `day`. The plan is the one of that day, without the change. */
export function refusePlace(
  plan: Plan,
  einheit: { readonly id: Id; readonly kennzeichen: string },
  parentId: Id | null,
  day: Day,
): Rejection | null {
  if (parentId === null) return null;
  const way = wayUp(plan, parentId);
  if (way.length === 0) return reject('aktenplan.parentUnknown', { day: germanDay(day) });
  const { kennzeichen } = einheit;
  if (way.some(({ id }) => id === einheit.id))
    return reject('aktenplan.belowItself', { kennzeichen, day: germanDay(day) });
  const closed = way.find(({ state }) => state === 'stillgelegt');
  if (closed) return reject('aktenplan.stillgelegt', { kennzeichen: closed.kennzeichen });
  return way.length + levelsBelow(plan, einheit.id) >= MOST_LEVELS
    ? reject('aktenplan.tooDeep', { limit: MOST_LEVELS })
    : null;
}

export function sameFacts(one: EinheitFacts, other: EinheitFacts): boolean {
  return (
    one.parentId === other.parentId &&
    one.titel === other.titel &&
    one.aufbewahrung === other.aufbewahrung &&
    one.aussonderungsart === other.aussonderungsart &&
    one.state === other.state
  );
}

/** How many levels hang below a position. */
function levelsBelow(plan: Plan, id: Id): number {
  let [levels, above] = [0, new Set([id])];
  for (; levels <= MOST_LEVELS; levels++) {
    const below = [...plan.values()].filter(({ parentId }) => parentId !== null && above.has(parentId));
    if (below.length === 0) break;
    above = new Set(below.map((einheit) => einheit.id));
  }
  return levels;
}
