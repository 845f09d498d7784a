import type { Transaction } from '../../platform/transaction.js';
import type { Commands, EngineParts } from './engine-parts.js';
import type { JsonObject } from './json.js';
import type { Effect } from './state.js';
import { nextKeyBlock } from './store/definition.store.js';
import { readInstance, type InstanceRow } from './store/instance.store.js';
import { findSubscription, insertSignal, listenersInTree } from './store/signal.store.js';

/** Throws a signal from outside. Everybody who waits now hears it, each in a transaction of its own. */
export async function broadcastSignal(
  tx: Transaction,
  parts: EngineParts,
  name: string,
  variables: JsonObject,
): Promise<void> {
  await keep(tx, parts, name, variables, null);
}

/**
 * Carries the signals that an instance has thrown to everybody else. Its own tree of calls hears them at once, under the
 * lock that it holds: a call activity must not end before its boundary event has heard its child. All others are written
 * down: taking their locks here could make two that throw wait for each other.
 */
export async function followSignals(
  tx: Transaction,
  parts: EngineParts,
  { execute }: Commands,
  { key, topKey }: InstanceRow,
  { name, variables }: Extract<Effect, { kind: 'signalBroadcast' }>,
): Promise<void> {
  await keep(tx, parts, name, variables, topKey);
  for (const listener of await listenersInTree(tx, name, topKey, key)) {
    // What heard it before may have ended this wait.
    const open = await findSubscription(tx, listener.key);
    const instance = open && (await readInstance(tx, open.instanceKey));
    if (!open || !instance) continue;
    const { elementKey, targetId } = open;
    await execute(tx, parts, instance, { kind: 'correlate', elementKey, targetId, variables });
  }
}

async function keep(
  tx: Transaction,
  { onWork, starts }: EngineParts,
  name: string,
  variables: JsonObject,
  topKey: string | null,
): Promise<void> {
  const key = String(await nextKeyBlock(tx));
  const { correlationId, mandantId } = tx;
  const signal = { key, mandantId, name, variables, correlationId, topKey, at: tx.clock.now(), starts };
  if ((await insertSignal(tx, signal)) > 0) tx.afterCommit(onWork);
}
