import type { Transaction } from '../../platform/transaction.js';
import type { Commands, EngineParts } from './engine-parts.js';
import type { JsonObject } from './json.js';
import type { Subscription } from './state.js';
import { startsOfProcess } from './store/definition.store.js';
import { isRunning, lockInstance, type InstanceRow } from './store/instance.store.js';
import {
  findMessageSubscription,
  markCorrelated,
  nextMessageFor,
  tryLockCorrelation,
  type Address,
} from './store/message.store.js';

/** A message may have come before anybody waited for it. */
export async function correlateBuffered(
  tx: Transaction,
  parts: EngineParts,
  { execute }: Commands,
  { key, processId }: InstanceRow,
  { key: subscriptionKey, messageName, correlationKey, elementKey, targetId }: Subscription,
): Promise<void> {
  const address = { name: messageName, correlationKey };
  if (!(await mayLookInto(tx, address, subscriptionKey))) return;
  const message = await nextMessageFor(tx, processId, messageName, correlationKey, tx.clock.now());
  const current = message && (await lockInstance(tx, key));
  if (!message || !current) return;
  // Another message may have ended this wait since it was opened.
  if (!(await findMessageSubscription(tx, subscriptionKey))) return;
  // First: what follows from it may wait for the same address, and must not get the same message.
  await markCorrelated(tx, tx.mandantId, message.key, processId);
  const variables = message.variables as JsonObject;
  const outcome = await execute(tx, parts, current, { kind: 'correlate', elementKey, targetId, variables });
  if (outcome !== 'done') throw new Error(`The wait for the message ${messageName} is ${outcome}`);
}

/**
 * One instance per process and correlation key runs at a time; the next message has waited for this one to end. It
 * starts what is in force now, which may begin with another message than the model that has just ended.
 */
export async function startBuffered(
  tx: Transaction,
  parts: EngineParts,
  { startInstance }: Commands,
  { key, processId, businessKey }: InstanceRow,
  startKey: string,
): Promise<void> {
  for (const { definitionKey, elementId, messageName } of await startsOfProcess(tx, processId)) {
    const address = { name: messageName, correlationKey: startKey };
    if (!(await mayLookInto(tx, address, `${key} ${messageName}`))) continue;
    const message = await nextMessageFor(tx, processId, messageName, startKey, tx.clock.now());
    if (!message || (await isRunning(tx, processId, startKey))) continue;
    await markCorrelated(tx, tx.mandantId, message.key, processId);
    tx.correlationId = message.correlationId;
    const { variables } = message;
    const start = { definitionKey, processId, startId: elementId, businessKey, startKey, variables };
    await startInstance(tx, parts, start);
  }
}

/**
 * Whether the buffer may be read now: then no publisher can put anything into it before this commit. Where one is about
 * to, it does not see this transaction yet, and waiting for it here could be for ever: it may wait for our instance. The
 * address is looked at again right after the commit.
 */
async function mayLookInto(tx: Transaction, address: Address, once: string): Promise<boolean> {
  if ((await tryLockCorrelation(tx, address.name, address.correlationKey)) === 'locked') return true;
  await tx.enqueue(DELIVER_TOPIC, once, address);
  return false;
}

/** Follow-up that hands out what lies in the buffer for an address. */
export const DELIVER_TOPIC = 'workflow.deliver';
