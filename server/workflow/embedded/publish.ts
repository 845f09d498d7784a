import type { Transaction } from '../../platform/transaction.js';
import type { Message } from '../process-engine.js';
import { execute, startInstance, type EngineParts } from './execute.js';
import { nextKeyBlock, startsByMessage } from './store/definition.store.js';
import { storableVariables } from './storable-variables.js';
import { isRunning, lockInstance } from './store/instance.store.js';
import { insertMessage, lockCorrelation, markCorrelated, subscriptionsFor } from './store/message.store.js';

/**
 * Delivers a message: to one waiting instance per process, to one new instance per process that it starts, and to
 * nobody twice. While it lives it waits for those who come later. (engine.md, section 8: messages.)
 */
export async function publish(
  tx: Transaction,
  parts: EngineParts,
  message: Message,
): Promise<'accepted' | 'duplicate'> {
  const { name, correlationKey, ttlMs } = message;
  const variables = storableVariables(message.variables);
  await lockCorrelation(tx, name, correlationKey);
  const key = String(await nextKeyBlock(tx));
  const now = tx.clock.now();
  if (ttlMs > 0) {
    const expiresAt = new Date(now.getTime() + ttlMs);
    const { messageId } = message;
    const stored = { key, mandantId: tx.mandantId, name, correlationKey, messageId, expiresAt };
    const kept = await insertMessage(tx, { ...stored, variables, correlationId: tx.correlationId }, now);
    if (!kept) return 'duplicate';
  }
  const reached = async (processId: string) => {
    if (ttlMs > 0) await markCorrelated(tx, tx.mandantId, key, processId);
  };
  const waiting = await subscriptionsFor(tx, name, correlationKey);
  for (const { instanceKey, elementKey, targetId, processId } of waiting) {
    const instance = await lockInstance(tx, instanceKey);
    if (!instance) continue;
    const outcome = await execute(tx, parts, instance, { kind: 'correlate', elementKey, targetId, variables });
    if (outcome === 'done') await reached(processId);
  }
  const served = new Set(waiting.map(({ processId }) => processId));
  for (const { definitionKey, processId, elementId } of await startsByMessage(tx, name)) {
    if (served.has(processId) || (await isRunning(tx, processId, correlationKey))) continue;
    await reached(processId);
    await startInstance(tx, parts, {
      definitionKey,
      processId,
      startId: elementId,
      businessKey: correlationKey,
      variables,
    });
  }
  return 'accepted';
}
