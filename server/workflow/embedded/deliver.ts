import type { Transaction } from '../../platform/transaction.js';
import type { EngineParts } from './engine-parts.js';
import { execute, startInstance } from './execute.js';
import type { JsonObject } from './json.js';
import { startsByMessage } from './store/definition.store.js';
import { isRunning, lockInstance } from './store/instance.store.js';
import {
  findMessageSubscription,
  lockCorrelation,
  markCorrelated,
  nextMessageFor,
  subscriptionsFor,
  type Address,
  type BufferedMessage,
} from './store/message.store.js';

/** Where the messages for an address come from. */
export interface MessageSource {
  /** The message that a process gets now; null where there is none for it. */
  next(processId: string): Promise<BufferedMessage | null>;
  reached(message: BufferedMessage, processId: string): Promise<void>;
}

/**
 * Hands out messages of one address: to one waiting instance per process, to one new instance per process that they
 * start, and to nobody twice. The caller holds the lock of the correlation, and no instance yet: the one order in which
 * both are taken. (engine.md, section 8: messages.)
 */
export async function deliver(
  tx: Transaction,
  parts: EngineParts,
  { name, correlationKey, instanceKey: only }: Address & { readonly instanceKey?: string | undefined },
  source: MessageSource,
): Promise<void> {
  const served = new Set<string>();
  for (const { key, instanceKey, processId } of await subscriptionsFor(tx, name, correlationKey)) {
    if (only !== undefined && instanceKey !== only) continue;
    const message = served.has(processId) ? null : await source.next(processId);
    const instance = message && (await lockInstance(tx, instanceKey));
    // Gone: somebody ended the wait while this one stood at its lock. The next instance of the process gets it.
    const open = instance && (await findMessageSubscription(tx, key));
    if (!message || !open) continue;
    const { elementKey, targetId } = open;
    const variables = message.variables as JsonObject;
    // First: what follows from it may wait for the same address, and must not get the same message.
    await source.reached(message, processId);
    served.add(processId);
    const outcome = await execute(tx, parts, instance, { kind: 'correlate', elementKey, targetId, variables });
    if (outcome !== 'done') throw new Error(`The wait for the message ${name} is ${outcome}`);
  }
  if (only !== undefined) return;
  // Without a key every message starts an instance; with one, they run one at a time.
  const startKey = correlationKey === '' ? null : correlationKey;
  for (const { definitionKey, processId, elementId } of await startsByMessage(tx, name)) {
    if (served.has(processId) || (startKey !== null && (await isRunning(tx, processId, startKey)))) continue;
    const message = await source.next(processId);
    if (!message) continue;
    await source.reached(message, processId);
    tx.correlationId = message.correlationId;
    const { variables } = message;
    const start = { definitionKey, processId, startId: elementId, businessKey: startKey, startKey, variables };
    await startInstance(tx, parts, start);
  }
}

/** Hands out what lies in the buffer for an address. */
export async function deliverBuffered(tx: Transaction, parts: EngineParts, address: Address): Promise<void> {
  await lockCorrelation(tx, address.name, address.correlationKey);
  await deliver(tx, parts, address, bufferOf(tx, address));
}

/** The living messages of an address, oldest first; each reaches a process once. */
export function bufferOf(tx: Transaction, { name, correlationKey }: Address): MessageSource {
  return {
    next: (processId) => nextMessageFor(tx, processId, name, correlationKey, tx.clock.now()),
    reached: ({ key }, processId) => markCorrelated(tx, tx.mandantId, key, processId),
  };
}
