import { about, reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import {
  effectiveFrist,
  fixFrist,
  type EffectiveFrist,
  type VorgangFrist,
} from '../aussonderung/aufbewahrungsfrist.js';
import type { MissingValue } from '../zusatzfeld/zusatzfeld.js';
import { germanDay } from '../contract/german-day.js';

export type VorgangState = 'offen' | 'zdA' | 'abgegeben';

export interface Vorgang {
  readonly id: Id;
  readonly akteId: Id;
  readonly aktenzeichen: string;
  readonly betreff: string;
  readonly state: VorgangState;
  readonly laufzeitBeginn: Day;
  readonly zdaDate: Day | null;
  readonly version: number;
}

/** Facts that may stand against z. d. A., gathered by the store. */
export interface ClosingFacts {
  readonly dokumente: number;
  readonly openAufgaben: readonly Named[];
  /** Id: key of the instance. */
  readonly runningProcesses: readonly Named[];
  /** Processes whose start message has not reached the engine yet. */
  readonly startingProcesses: number;
  /** Receipts for senders that have not left yet, or are not filed yet. */
  readonly receiptsUnderway: number;
  /** Names of the Mandanten whose answer we wait for, or who wait for ours. */
  readonly openErsuchen: readonly string[];
  /** How many stations are open in each Laufweg that has not ended. */
  readonly runningLaufwege: readonly number[];
  /** Points of Verfügungen that somebody still has to do; id of the Verfügung. */
  readonly openPunkte: readonly { readonly id: Id; readonly nummer: number; readonly name: Sentence }[];
  readonly undatedDokumente: readonly Named[];
  readonly drafts: readonly Named[];
  readonly openTeilvorgaenge: readonly Named[];
  readonly missingValues: readonly MissingValue[];
  readonly checkedOut: readonly (Named & { readonly person: string; readonly since: Day })[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ClosedVorgang {
  readonly zdaDate: Day;
  readonly laufzeitEnde: Day;
  /** The rule that holds from now on, and who says it. */
  readonly frist: EffectiveFrist;
  /** null while the event is missing that lets the period begin. */
  readonly fristbeginn: Day | null;
  readonly aufbewahrungsende: Day | null;
}

/** Everything that stands against z. d. A. now; an empty list means that the Vorgang can be closed. */
export function closingObstacles(vorgang: Vorgang, facts: ClosingFacts): Rejection[] {
  const found: Rejection[] = [];
  if (vorgang.state !== 'offen') found.push(reject('akte.closed', { since: german(vorgang.zdaDate) }));
  if (facts.dokumente === 0) found.push(reject('akte.empty'));
  for (const { id, name } of facts.openAufgaben)
    found.push(about({ noun: 'aufgabe', id }, reject('akte.openAufgabe', { titel: name })));
  for (const { id, name } of facts.runningProcesses)
    found.push(about({ noun: 'process', id }, reject('akte.processRunning', { process: name })));
  if (facts.startingProcesses > 0) found.push(reject('akte.processStarting'));
  if (facts.receiptsUnderway > 0) found.push(reject('akte.receiptUnderway'));
  for (const other of facts.openErsuchen) found.push(reject('akte.ersuchenOpen', { other }));
  for (const stations of facts.runningLaufwege) found.push(reject('akte.laufwegRunning', { stations }));
  for (const { id, nummer, name } of facts.openPunkte)
    found.push(
      about({ noun: 'verfuegung', id }, reject('akte.punktOpen', { nummer, punktDe: name.de, punktEn: name.en })),
    );
  for (const { id, name } of facts.undatedDokumente)
    found.push(about({ noun: 'dokument', id }, reject('akte.undatedDokument', { dokument: name })));
  for (const { noun, id, record, label } of facts.missingValues)
    found.push(about({ noun, id }, reject('zusatzfeld.missing', { labelDe: label.de, labelEn: label.en, record })));
  for (const { id, name } of facts.drafts)
    found.push(about({ noun: 'dokument', id }, reject('akte.draft', { dokument: name })));
  for (const { id, name } of facts.openTeilvorgaenge)
    found.push(about({ noun: 'vorgang', id }, reject('akte.openTeilvorgang', { aktenzeichen: name })));
  for (const { id, name, person, since } of facts.checkedOut)
    found.push(
      about({ noun: 'dokument', id }, reject('dokument.checkedOut', { betreff: name, person, since: german(since) })),
    );
  return found;
}

/** Closes a Vorgang on `today`; refuses with the whole list of what stands against it. */
export function closeVorgang(
  vorgang: Vorgang,
  facts: ClosingFacts,
  { plan, akte, vorgang: own, event }: VorgangFrist,
  today: Day,
): ClosedVorgang | Rejection {
  const obstacles = closingObstacles(vorgang, facts);
  if (obstacles.length > 0) return reject('akte.notClosable', { count: obstacles.length }, obstacles);
  const frist = effectiveFrist(plan, akte, own);
  return { zdaDate: today, laufzeitEnde: today, frist, ...fixFrist(frist, today, event) };
}

/** Only what is z. d. A. and still here can be opened again; what the archive has taken over is no longer ours. */
export function requireClosed({ state, aktenzeichen }: Vorgang): Rejection | null {
  if (state === 'zdA') return null;
  return reject(state === 'offen' ? 'akte.notClosed' : 'akte.handedOver', { aktenzeichen });
}

/** A Vorgang z. d. A. takes no further Dokument, Aufgabe or process. */
export function requireOpen(vorgang: Vorgang): Rejection | null {
  return vorgang.state === 'offen' ? null : reject('akte.closed', { since: german(vorgang.zdaDate) });
}

/** A calendar day as people write it, or a dash where there is none. */
export function german(day: Day | null): string {
  return day ? germanDay(day) : '–';
}
