import type { Transaction } from '../../platform/transaction.js';
import type { Projector, Variables } from '../process-engine.js';
import { advance } from './advance.js';
import { applyEffects } from './apply-effects.js';
import type { JsonObject } from './json.js';
import type { Models } from './models.js';
import type { Command, Key, Subscription } from './state.js';
import { KEYS_OF_A_BLOCK, nextKeyBlock, startsOfProcess } from './store/definition.store.js';
import { insertInstance, isRunning, lockInstance, saveState, type InstanceRow } from './store/instance.store.js';
import { markCorrelated, nextMessageFor, tryLockCorrelation, type Address } from './store/message.store.js';

export interface EngineParts {
  readonly models: Models;
  readonly projector: Projector;
  /** Called after a commit that left work for programs. */
  readonly onWork: () => void;
}

/** Runs one command on a locked instance: state, rows, projector and what follows from buffered messages. */
export async function execute(
  tx: Transaction,
  parts: EngineParts,
  instance: InstanceRow,
  command: Command,
): Promise<'done' | 'gone' | 'blocked'> {
  const model = await parts.models.of(tx, instance.definitionKey);
  const now = tx.clock.now();
  const result = advance(model, instance.state, command, { now, nextKey: await keys(tx) });
  if (result.kind === 'refused') return result.reason;
  await saveState(tx, instance.key, result.state, now);
  await settle(tx, parts, { ...instance, state: result.state }, result.effects);
  return 'done';
}

export interface Start {
  readonly definitionKey: Key;
  readonly processId: string;
  /** Message start event; null for the start without a trigger. */
  readonly startId: string | null;
  readonly businessKey: string | null;
  readonly variables: Variables;
}

/** Starts an instance. Its key is the key of its root. */
export async function startInstance(tx: Transaction, parts: EngineParts, start: Start): Promise<Key> {
  const model = await parts.models.of(tx, start.definitionKey);
  const now = tx.clock.now();
  const command = { kind: 'start', startId: start.startId, variables: start.variables as JsonObject } as const;
  const result = advance(model, null, command, { now, nextKey: await keys(tx) });
  if (result.kind === 'refused') throw new Error('A start is never refused');
  const { definitionKey, processId, businessKey } = start;
  const { state, effects } = result;
  const instance = {
    key: state.rootKey,
    definitionKey,
    processId,
    businessKey,
    correlationId: tx.correlationId,
    state,
  };
  await insertInstance(tx, { ...instance, mandantId: tx.mandantId, startedAt: now });
  await settle(tx, parts, instance, effects);
  return state.rootKey;
}

async function settle(
  tx: Transaction,
  parts: EngineParts,
  instance: InstanceRow,
  effects: Parameters<typeof applyEffects>[5],
): Promise<void> {
  const model = await parts.models.of(tx, instance.definitionKey);
  const { key: instanceKey, processId, businessKey } = instance;
  const owner = { mandantId: tx.mandantId, instanceKey, processId, businessKey };
  const applied = await applyEffects(tx, parts.projector, owner, model, instance.state, effects);
  if (applied.serviceJobs === 'created') tx.afterCommit(parts.onWork);
  for (const subscription of applied.opened) await correlateBuffered(tx, parts, instance, subscription);
  if (applied.ended && businessKey !== null) await startBuffered(tx, parts, instance, businessKey);
}

/** A message may have come before anybody waited for it. */
async function correlateBuffered(
  tx: Transaction,
  parts: EngineParts,
  { key, processId }: InstanceRow,
  { key: subscriptionKey, messageName, correlationKey, elementKey, targetId }: Subscription,
): Promise<void> {
  const address = { name: messageName, correlationKey };
  if (!(await mayLookInto(tx, address, subscriptionKey))) return;
  const message = await nextMessageFor(tx, processId, messageName, correlationKey, tx.clock.now());
  const current = message && (await lockInstance(tx, key));
  if (!message || !current) return;
  const variables = message.variables as JsonObject;
  const outcome = await execute(tx, parts, current, { kind: 'correlate', elementKey, targetId, variables });
  if (outcome === 'done') await markCorrelated(tx, tx.mandantId, message.key, processId);
}

/**
 * One instance per process and correlation key runs at a time; the next message has waited for this one to end. It
 * starts what is in force now, which may begin with another message than the model that has just ended.
 */
async function startBuffered(
  tx: Transaction,
  parts: EngineParts,
  { key, processId }: InstanceRow,
  businessKey: string,
): Promise<void> {
  for (const { definitionKey, elementId, messageName } of await startsOfProcess(tx, processId)) {
    const address = { name: messageName, correlationKey: businessKey };
    if (!(await mayLookInto(tx, address, `${key} ${messageName}`))) continue;
    const message = await nextMessageFor(tx, processId, messageName, businessKey, tx.clock.now());
    if (!message || (await isRunning(tx, processId, businessKey))) continue;
    await markCorrelated(tx, tx.mandantId, message.key, processId);
    tx.correlationId = message.correlationId;
    const { variables } = message;
    await startInstance(tx, parts, { definitionKey, processId, startId: elementId, businessKey, variables });
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

/** Keys for one command, growing: the block is taken while the instance is locked. */
async function keys(tx: Transaction): Promise<() => Key> {
  let key = await nextKeyBlock(tx);
  const end = key + KEYS_OF_A_BLOCK;
  return () => {
    if (key === end) throw new Error('One command asked for more keys than a block has');
    return String(key++);
  };
}
