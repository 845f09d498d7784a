import type { Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';

/** What every row about a Weitergabe is about: the Akte, under the id that both sides know. */
export interface AboutWeitergabe {
  readonly id: Id;
  readonly akteId: Id;
}

/** Adds the row of the running act to the Akte. The id of the Weitergabe joins the rows of both sides. */
export function tellAkte(
  tx: Transaction,
  { id, akteId }: AboutWeitergabe,
  text: Sentence,
  facts: Readonly<Record<string, unknown>> = {},
): void {
  tx.correlationId = id;
  tx.protokoll({ objectKind: 'akte', objectId: akteId, payload: { weitergabeId: id, ...facts, text } });
  tx.changed('akte', akteId);
}
