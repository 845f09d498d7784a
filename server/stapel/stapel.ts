import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { StapelCounts, StapelState, StapelWayBack } from '../contract/stapel-views.js';
import type { Id } from '../contract/views.js';

/** What one step of a batch does; its operation is looked up by name. */
export interface StapelStep {
  readonly operation: string;
  readonly input: object;
}

export interface Stapel {
  readonly id: Id;
  readonly personId: Id;
  readonly steps: readonly StapelStep[];
  readonly source: Sentence;
  readonly state: StapelState;
  readonly total: number;
}

/**
 * An evening's work for one server (below 90 ms a target on a busy machine); more is a migration and no batch. As many ids
 * fit into the 2 MB that a page may send.
 */
export const MOST_TARGETS = 50_000;

const STATES: Readonly<Record<StapelState, Sentence>> = {
  pruefung: { de: 'die Prüfung läuft noch', en: 'the check is still running' },
  geprueft: { de: 'geprüft', en: 'checked' },
  laufend: { de: 'er läuft schon', en: 'it is running already' },
  fertig: { de: 'fertig', en: 'finished' },
  abgebrochen: { de: 'abgebrochen', en: 'aborted' },
};

/** Why a batch cannot be started now; null where it can. */
export function refuseStart({ state, total }: Pick<Stapel, 'state' | 'total'>, ready: number): Rejection | null {
  if (state !== 'geprueft') return reject('stapel.notChecked', { state: STATES[state].de, stateEn: STATES[state].en });
  return ready === 0 ? reject('stapel.nothingReady', { total }) : null;
}

/** Why a batch cannot be aborted any more; null where it can. */
export function refuseAbort({ state }: Pick<Stapel, 'state'>): Rejection | null {
  if (state !== 'fertig' && state !== 'abgebrochen') return null;
  return reject('stapel.ended', { state: STATES[state].de, stateEn: STATES[state].en });
}

/** Why a batch cannot be taken back now; null where it can. What was never started has done nothing. */
export function refuseTakeBack({ state }: Pick<Stapel, 'state'>, wayBack: StapelWayBack): Rejection | null {
  if (wayBack === 'used') return reject('stapel.takenBack');
  if (state !== 'pruefung' && state !== 'geprueft') return null;
  return reject('stapel.notStarted', { state: STATES[state].de, stateEn: STATES[state].en });
}

/** What is tried or done next in a batch at work: which targets, and what they become. */
export function phaseOf(state: 'pruefung' | 'laufend'): { from: 'offen' | 'bereit'; to: 'bereit' | 'erledigt' } {
  return state === 'pruefung' ? { from: 'offen', to: 'bereit' } : { from: 'bereit', to: 'erledigt' };
}

/** How a batch ended, for the Protokoll. */
export function outcomeOf(labels: readonly Sentence[], counts: StapelCounts, state: StapelState): Sentence {
  const rest = counts.offen + counts.bereit;
  const [de, en] = [labels.map((label) => label.de).join(', '), labels.map((label) => label.en).join(', ')];
  const how = state === 'abgebrochen' ? ['abgebrochen', 'aborted'] : ['beendet', 'ended'];
  return {
    de: `Stapel ${how[0]}: ${de}; erledigt ${counts.erledigt}, abgelehnt ${counts.abgelehnt}, nicht mehr versucht ${rest}`,
    en: `Batch ${how[1]}: ${en}; done ${counts.erledigt}, refused ${counts.abgelehnt}, not tried any more ${rest}`,
  };
}
