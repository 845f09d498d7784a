import type { Transaction } from '../../platform/transaction.js';
import type { EngineParts } from './engine-parts.js';
import { execute, startInstance } from './execute.js';
import type { JsonObject } from './json.js';
import { lockInstance } from './store/instance.store.js';
import { deleteDelivery, findSubscription, type Delivery } from './store/signal.store.js';

/** Lets one who waits hear a signal, or starts the process that begins with it. The delivery was claimed. */
export async function hearSignal(tx: Transaction, parts: EngineParts, delivery: Delivery): Promise<void> {
  tx.correlationId = delivery.correlationId;
  const { subscriptionKey, definitionKey, elementId } = delivery;
  const variables = delivery.variables as JsonObject;
  await deleteDelivery(tx, delivery.key);
  if (subscriptionKey !== null) {
    const open = await findSubscription(tx, subscriptionKey);
    const instance = open && (await lockInstance(tx, open.instanceKey));
    if (!open || !instance) return;
    tx.correlationId = instance.correlationId;
    const { elementKey, targetId } = open;
    await execute(tx, parts, instance, { kind: 'correlate', elementKey, targetId, variables });
  } else if (definitionKey !== null) {
    const { processId } = (await parts.models.of(tx, definitionKey)).model;
    const keys = { businessKey: null, startKey: null };
    await startInstance(tx, parts, { definitionKey, processId, startId: elementId, ...keys, variables });
  }
}
