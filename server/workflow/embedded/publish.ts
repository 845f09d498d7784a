import type { Transaction } from '../../platform/transaction.js';
import type { Message } from '../process-engine.js';
import { bufferOf, deliver } from './deliver.js';
import type { EngineParts } from './engine-parts.js';
import { storableVariables } from './storable-variables.js';
import { nextKeyBlock } from './store/definition.store.js';
import { insertMessage, lockCorrelation } from './store/message.store.js';

/** Delivers a message to whoever waits for it now; while it lives it waits for those who come later. */
export async function publish(
  tx: Transaction,
  parts: EngineParts,
  message: Message,
): Promise<'accepted' | 'duplicate'> {
  const { name, correlationKey, messageId, ttlMs } = message;
  const variables = storableVariables(message.variables);
  await lockCorrelation(tx, name, correlationKey);
  const key = String(await nextKeyBlock(tx));
  const { correlationId, mandantId } = tx;
  if (ttlMs === 0) {
    const passing = { key, variables, correlationId };
    await deliver(tx, parts, message, { next: () => Promise.resolve(passing), reached: () => Promise.resolve() });
    return 'accepted';
  }
  const now = tx.clock.now();
  const expiresAt = new Date(now.getTime() + ttlMs);
  const stored = { key, mandantId, name, correlationKey, messageId, variables, correlationId, expiresAt };
  if (!(await insertMessage(tx, stored, now))) return 'duplicate';
  await deliver(tx, parts, message, bufferOf(tx, message));
  return 'accepted';
}
