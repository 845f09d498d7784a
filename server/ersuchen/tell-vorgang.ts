import type { Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Transaction } from '../platform/transaction.js';

/** Adds the row of the running act to the Vorgang, under the id that both sides know. */
export function tellVorgang(
  tx: Transaction,
  { id, vorgangId }: { readonly id: Id; readonly vorgangId: Id },
  text: Sentence,
  facts: Readonly<Record<string, unknown>> = {},
): void {
  tx.correlationId = id;
  tx.protokoll({ objectKind: 'vorgang', objectId: vorgangId, payload: { ersuchenId: id, ...facts, text } });
  tx.changed('vorgang', vorgangId);
}
