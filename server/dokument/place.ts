import { about, reject, type Rejection } from '../contract/rejections.js';
import { checkoutObstacles, placeObstacles, type Dokument } from './dokument.js';

/** What may stand against taking a Dokument away from where it lies, gathered over it and its Anlagen. */
export interface PlaceFacts {
  readonly openAufgaben: readonly { readonly id: string; readonly name: string }[];
  /** Processes that run for the Vorgang; they may know the Dokument by its id. */
  readonly runningProcesses: readonly { readonly id: string; readonly name: string }[];
  readonly madeBy: 'person' | 'process';
  readonly zeichnungen: number;
}

/** Everything that stands against taking a Dokument out of the register it lies in. */
export function leavingObstacles(dokument: Dokument, facts: PlaceFacts): Rejection[] {
  return [...placeObstacles(dokument), ...bondObstacles(dokument, facts)];
}

/** Everything that stands against filing a Dokument in another Vorgang. It may lie in a register, or have been taken out. */
export function movingObstacles(dokument: Dokument, facts: PlaceFacts, targetId: string): Rejection[] {
  const { betreff, place, vorgangId } = dokument;
  return [
    ...(place === 'bin' ? placeObstacles(dokument) : []),
    ...(place === 'register' && vorgangId === targetId ? [reject('dokument.sameVorgang', { betreff })] : []),
    ...bondObstacles(dokument, facts),
  ];
}

/** Everything that stands against the bin. What was received, and what was signed, is evidence and goes by Aussonderung only. */
export function discardingObstacles(dokument: Dokument, facts: PlaceFacts): Rejection[] {
  const { betreff, eingangId } = dokument;
  return [
    ...leavingObstacles(dokument, facts),
    ...(eingangId === null ? [] : [reject('dokument.received', { betreff })]),
    ...(facts.zeichnungen === 0 ? [] : [reject('dokument.signed', { betreff })]),
  ];
}

/** Restoring and deleting are about what lies in the bin. */
export function binObstacles({ place, betreff }: Dokument): Rejection[] {
  return place === 'bin' ? [] : [reject('dokument.notInBin', { betreff })];
}

/** What ties a Dokument to others: its main Dokument, whoever works on it, and processes that know it by its id. */
function bondObstacles(dokument: Dokument, facts: PlaceFacts): Rejection[] {
  const { betreff, parentId, eingangId } = dokument;
  const known = eingangId !== null || facts.madeBy === 'process';
  return [
    ...(parentId === null ? [] : [about({ noun: 'dokument', id: parentId }, reject('dokument.isAnlage', { betreff }))]),
    ...checkoutObstacles(dokument),
    ...facts.openAufgaben.map(({ id, name }) =>
      about({ noun: 'aufgabe', id }, reject('dokument.openAufgabe', { betreff, titel: name })),
    ),
    ...(known ? facts.runningProcesses : []).map(({ id, name }) =>
      about({ noun: 'process', id }, reject('dokument.processRunning', { betreff, process: name })),
    ),
  ];
}
