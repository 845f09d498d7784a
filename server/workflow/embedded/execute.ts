import type { Transaction } from '../../platform/transaction.js';
import { advance } from './advance.js';
import { applyEffects } from './apply-effects.js';
import { correlateBuffered, startBuffered } from './buffered.js';
import { followCalls } from './calls.js';
import type { Commands, EngineParts, Start } from './engine-parts.js';
import type { JsonObject } from './json.js';
import type { DeployedModel } from './models.js';
import type { Command, Effect, Key, State } from './state.js';
import { logCommand } from './store/command-log.store.js';
import { insertInstance, saveState, type InstanceRow } from './store/instance.store.js';
import { surroundingsOf } from './surroundings-of.js';

/** Runs one command on a locked instance: state, rows, projector and what follows in other instances. */
export async function execute(
  tx: Transaction,
  parts: EngineParts,
  instance: InstanceRow,
  command: Command,
): Promise<'done' | 'gone' | 'blocked'> {
  const { key, definitionKey, state: before } = instance;
  const deployed = await parts.models.of(tx, definitionKey);
  const around = await surroundingsOf(tx, parts.models, deployed, before.parent);
  const result = advance(deployed.model, before, command, around);
  if (result.kind === 'refused') return result.reason;
  const { state, effects } = result;
  const owner = { mandantId: tx.mandantId, instanceKey: key };
  await logCommand(tx, owner, { firstKey: around.firstKey, definitionKey, at: around.now, command });
  await saveState(tx, instance, state, around.now, definitionKey);
  await settle(tx, parts, deployed, { ...instance, state }, before, effects);
  return 'done';
}

/** Starts an instance. Its key is the key of its root. */
export async function startInstance(tx: Transaction, parts: EngineParts, start: Start): Promise<Key> {
  const { definitionKey, processId, businessKey, startKey, startId, called } = start;
  const deployed = await parts.models.of(tx, definitionKey);
  const around = await surroundingsOf(tx, parts.models, deployed, called?.parent);
  const variables = start.variables as JsonObject;
  const command: Command = { kind: 'start', startId, variables, ...(called && { parent: called.parent }) };
  const result = advance(deployed.model, null, command, around);
  if (result.kind === 'refused') throw new Error('A start is never refused');
  const { state, effects } = result;
  const key = state.rootKey;
  const instance = { key, definitionKey, processId, businessKey, startKey, correlationId: tx.correlationId, state };
  const row = { ...instance, topKey: called?.topKey ?? key, large: [] };
  await insertInstance(tx, { ...row, mandantId: tx.mandantId, startedAt: around.now });
  const owner = { mandantId: tx.mandantId, instanceKey: key };
  await logCommand(tx, owner, { firstKey: around.firstKey, definitionKey, at: around.now, command });
  await settle(tx, parts, deployed, row, null, effects);
  return key;
}

const commands: Commands = { execute, startInstance };

/** Writes down what a command has led to, and does what follows from it in the same transaction. */
export async function settle(
  tx: Transaction,
  parts: EngineParts,
  deployed: DeployedModel,
  instance: InstanceRow,
  before: State | null,
  effects: readonly Effect[],
): Promise<void> {
  const { key: instanceKey, processId, businessKey, startKey, state } = instance;
  const owner = { mandantId: tx.mandantId, instanceKey, processId, businessKey };
  const applied = await applyEffects(tx, parts.projector, owner, deployed, { before, state }, effects);
  if (applied.serviceJobs === 'created') tx.afterCommit(parts.onWork);
  await followCalls(tx, parts, commands, deployed, instance, effects);
  for (const subscription of applied.opened) await correlateBuffered(tx, parts, commands, instance, subscription);
  if (applied.ended && startKey !== null) await startBuffered(tx, parts, commands, instance, startKey);
}
