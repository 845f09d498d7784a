import type { Transaction } from '../platform/transaction.js';
import type { Angebot } from './angebot.store.js';
import type { Answer } from './record-answer.js';

/** Tells the Mandant that offered it after the commit. Each version of the offer has one answer. */
export async function answerLater(
  tx: Transaction,
  { id, version, fromMandantId }: Angebot,
  answer: Answer,
  reason: string,
): Promise<void> {
  await tx.enqueue('weitergabe.answer', `${id} ${version + 1}`, { weitergabeId: id, fromMandantId, answer, reason });
}
