import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import { isDue, underSperre, type SperreInForce } from './retention.js';
import { germanDay } from '../contract/german-day.js';

export type VernichtungState = 'requested' | 'released' | 'done' | 'withdrawn';

export interface Vernichtung {
  readonly id: Id;
  readonly state: VernichtungState;
  readonly requestedBy: Id;
  readonly version: number;
}

/** Facts about a Vorgang that decide whether it may be destroyed. */
export interface DestructionFacts {
  readonly id: Id;
  readonly aktenzeichen: string;
  readonly state: 'offen' | 'zdA' | 'abgegeben';
  readonly aussonderungsart: 'A' | 'B' | 'V' | null;
  readonly aufbewahrungJahre: number | null;
  readonly aufbewahrungsende: Day | null;
  readonly sperren: readonly SperreInForce[];
  /** Its Teilvorgaenge, at every depth. */
  readonly teile: readonly Id[];
  /** Another Vernichtung that it is in. */
  readonly vernichtung: Id | null;
}

/**
 * Everything that stands against destroying a Vorgang on `today`. V only: A belongs to the archive, and B becomes V only
 * by the decision of the archive.
 * @param together what is destroyed with it: its Teilvorgaenge go with it or before it
 */
export function destructionObstacles(
  facts: DestructionFacts,
  today: Day,
  together: readonly DestructionFacts[] = [],
): Rejection[] {
  const going = new Set(together.map(({ id }) => id));
  return [
    ...stateObstacles(facts, today),
    ...facts.sperren.map(underSperre),
    ...(facts.aussonderungsart === 'V' || facts.state !== 'zdA'
      ? []
      : [reject('aussonderung.notToDestroy', { art: facts.aussonderungsart ?? '–' })]),
    ...(facts.teile.every((id) => going.has(id)) ? [] : [reject('aussonderung.teilvorgangStays')]),
    ...(facts.vernichtung ? [reject('aussonderung.inVernichtung', { aktenzeichen: facts.aktenzeichen })] : []),
  ];
}

function stateObstacles(facts: DestructionFacts, today: Day): Rejection[] {
  const { state, aufbewahrungJahre, aufbewahrungsende: ende } = facts;
  if (state === 'offen') return [reject('aussonderung.notClosed')];
  if (state === 'abgegeben') return [reject('aussonderung.alreadyTransferred')];
  if (ende === null)
    return [reject(aufbewahrungJahre === null ? 'aussonderung.unlimited' : 'aussonderung.eventMissing')];
  return isDue(ende, today) ? [] : [reject('aussonderung.periodRunning', { ende: germanDay(ende) })];
}

/** Whether a selection may be destroyed together; refuses with every Vorgang that may not, each with all its reasons. */
export function refuseDestruction(all: readonly DestructionFacts[], wanted: number, today: Day): Rejection | null {
  if (all.length !== wanted) return reject('platform.notFound');
  const refused = all.flatMap((facts) => {
    const obstacles = destructionObstacles(facts, today, all);
    const { aktenzeichen } = facts;
    return obstacles.length === 0
      ? []
      : [reject('aussonderung.vorgangNotDestroyable', { aktenzeichen, count: obstacles.length }, obstacles)];
  });
  if (refused.length === 0) return null;
  return reject('aussonderung.notDestroyable', { count: refused.length, total: wanted }, refused);
}

/** Whether the Vernichtung still waits for its release. */
export function requireRequested({ state }: Vernichtung): Rejection | null {
  return state === 'requested' ? null : reject('aussonderung.notRequested', STATES[state]);
}

/** Four eyes: whoever requested it does not release it. */
export function requireOtherPerson({ requestedBy }: Vernichtung, personId: Id): Rejection | null {
  return requestedBy === personId ? reject('aussonderung.samePerson') : null;
}

const STATES: Readonly<Record<VernichtungState, { stateDe: string; stateEn: string }>> = {
  requested: { stateDe: 'beantragt', stateEn: 'requested' },
  released: { stateDe: 'freigegeben', stateEn: 'released' },
  done: { stateDe: 'vollzogen', stateEn: 'done' },
  withdrawn: { stateDe: 'zurückgezogen', stateEn: 'withdrawn' },
};
