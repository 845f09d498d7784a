import type { Transaction } from '../../platform/transaction.js';
import { followSignals } from './broadcast-signal.js';
import type { Commands, EngineParts } from './engine-parts.js';
import type { DeployedModel } from './models.js';
import type { Command, Effect, Key, Parent } from './state.js';
import { definitionOf } from './store/definition.store.js';
import { childOf, readInstance, type InstanceRow } from './store/instance.store.js';

/**
 * Carries what one instance says to others, in the order in which it said it and in the transaction that holds the lock of
 * their tree: to those that it calls, to the one that called it, and by signals to everybody.
 */
export async function followEffects(
  tx: Transaction,
  parts: EngineParts,
  commands: Commands,
  deployed: DeployedModel,
  instance: InstanceRow,
  effects: readonly Effect[],
): Promise<void> {
  const { parent } = instance.state;
  for (const effect of effects) {
    if (effect.kind === 'childCalled') await startChild(tx, parts, commands, deployed, instance, effect);
    if (effect.kind === 'childCancelled') await cancelChild(tx, parts, commands, instance.key, effect.elementKey);
    if (effect.kind === 'signalBroadcast') await followSignals(tx, parts, commands, instance, effect);
    const command = parent && toParent(parent, effect);
    if (command) await tell(tx, parts, commands, parent.instanceKey, command);
  }
}

function toParent({ elementKey }: Parent, effect: Effect): Command | null {
  switch (effect.kind) {
    case 'instanceEnded':
      // Cancelled by the parent itself, or by a person: then the call activity waits for another try.
      return effect.outcome === 'completed' ? { kind: 'childEnded', elementKey, variables: effect.variables } : null;
    case 'errorPropagated':
      return { kind: 'childFailed', elementKey, code: effect.code, variables: effect.variables };
    case 'escalationPropagated':
      return { kind: 'childEscalated', elementKey, code: effect.code, variables: effect.variables };
    default:
      return null;
  }
}

async function startChild(
  tx: Transaction,
  parts: EngineParts,
  { startInstance }: Commands,
  { pinned }: DeployedModel,
  { key, businessKey, topKey }: InstanceRow,
  { elementKey, processId, variables }: Extract<Effect, { kind: 'childCalled' }>,
): Promise<void> {
  // A child started before it in the same command may have ended it already.
  const parent = await readInstance(tx, key);
  if (parent?.state.instances[elementKey]?.call !== 'running') return;
  const definitionKey = pinned[processId] ?? (await definitionOf(tx, processId, null))?.key;
  if (definitionKey === undefined) throw new Error(`The called process ${processId} is not there any more`);
  const called = { parent: { instanceKey: key, elementKey }, topKey };
  const start = { definitionKey, processId, startId: null, businessKey, startKey: null, variables, called };
  await startInstance(tx, parts, start);
}

async function cancelChild(tx: Transaction, parts: EngineParts, commands: Commands, key: Key, elementKey: Key) {
  const child = await childOf(tx, key, elementKey);
  if (child !== null) await tell(tx, parts, commands, child, { kind: 'cancel' });
}

async function tell(
  tx: Transaction,
  parts: EngineParts,
  { execute }: Commands,
  instanceKey: Key,
  command: Command,
): Promise<void> {
  const instance = await readInstance(tx, instanceKey);
  if (instance) await execute(tx, parts, instance, command);
}
