import { createHash } from 'node:crypto';
import type { GroupOrder, StationArt } from '../contract/laufweg-views.js';
import type { Id } from '../contract/views.js';
import { MADE_PROCESSES } from '../workflow/made-processes.js';
import { outcomeOf, type StationNode } from './laufweg.js';

/** What is still to be asked, without the people: what a BPMN process can say. */
export type Shape =
  | { readonly kind: 'station'; readonly art: StationArt; readonly id: Id }
  | { readonly kind: GroupOrder; readonly members: readonly Shape[] };

const LETTERS: Readonly<Record<StationArt, string>> = {
  mitzeichnung: 'm',
  kenntnisnahme: 'k',
  schlusszeichnung: 's',
};

/**
 * What remains of a Laufweg, in the simplest form: without what is done, without groups of one, and without groups in
 * groups of the same order. Laufwege that ask alike then share a process. A Quorum is no part of it: whoever need not be
 * asked any more is completed by the rows, before or after the process has come there. Null where nothing remains.
 */
export function remainingShape(node: StationNode): Shape | null {
  if (node.kind === 'station') {
    return outcomeOf(node) === 'pending' ? { kind: 'station', art: node.art, id: node.id } : null;
  }
  const members = node.members.flatMap((member) => {
    const shape = remainingShape(member);
    if (!shape) return [];
    return shape.kind === node.order ? shape.members : [shape];
  });
  const [only] = members;
  if (!only) return null;
  return members.length === 1 ? only : { kind: node.order, members };
}

/** Ids of its stations in the order in which the process counts them. */
export function stationIdsOf(shape: Shape): Id[] {
  return shape.kind === 'station' ? [shape.id] : shape.members.flatMap(stationIdsOf);
}

/** The shape as a text, the same for all that are alike, e.g. `s(m,p(m,k),s)`. */
export function shapeText(shape: Shape): string {
  if (shape.kind === 'station') return LETTERS[shape.art];
  return `${shape.kind === 'sequence' ? 's' : 'p'}(${shape.members.map(shapeText).join(',')})`;
}

/** Id of the process for Laufwege of this shape; also the name of the message that starts it. */
export function processIdOf(shape: Shape): string {
  return MADE_PROCESSES + createHash('sha256').update(shapeText(shape)).digest('hex').slice(0, 16);
}
