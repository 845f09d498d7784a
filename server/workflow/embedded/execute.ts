import type { Transaction } from '../../platform/transaction.js';
import { advance } from './advance.js';
import { correlateBuffered, startBuffered } from './buffered.js';
import { followEffects } from './calls.js';
import type { Commands, EngineParts, Start } from './engine-parts.js';
import type { JsonObject } from './json.js';
import type { Command, Key } from './state.js';
import { writeSteps, type Step, type WrittenStep } from './step.js';
import type { InstanceRow } from './store/instance.store.js';
import { surroundingsOf } from './surroundings-of.js';
import { tellProjector } from './tell-projector.js';

/**
 * Runs one command on a locked instance: state, rows, projector and what follows in other instances.
 *
 * @param firstKey of the keys that were drawn for it while its instance was locked; left out, they are drawn now
 */
export async function execute(
  tx: Transaction,
  parts: EngineParts,
  instance: InstanceRow,
  command: Command,
  firstKey?: bigint,
): Promise<'done' | 'gone' | 'blocked'> {
  const step = await think(tx, parts, instance, command, firstKey);
  if (step === 'gone' || step === 'blocked') return step;
  await settle(tx, parts, step);
  return 'done';
}

/**
 * Runs commands on locked instances of different trees of calls, as if one after the other, with one round trip to write
 * all of them.
 *
 * @param commands each with the first of the keys that were drawn for it while its instance was locked
 * @returns what became of each; `gone` and `blocked` ones have changed nothing
 */
export async function executeTogether(
  tx: Transaction,
  parts: EngineParts,
  commands: readonly { readonly instance: InstanceRow; readonly command: Command; readonly firstKey: bigint }[],
): Promise<('done' | 'gone' | 'blocked')[]> {
  const thought: (Step | 'gone' | 'blocked')[] = [];
  for (const { instance, command, firstKey } of commands) {
    thought.push(await think(tx, parts, instance, command, firstKey));
  }
  const steps = thought.filter((step) => typeof step === 'object');
  for (const step of await writeSteps(tx, steps)) {
    tx.correlationId = step.instance.correlationId;
    await follow(tx, parts, step);
  }
  return thought.map((step) => (typeof step === 'object' ? 'done' : step));
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
  const row = { key, definitionKey, processId, businessKey, startKey, correlationId: tx.correlationId, state };
  const instance = { ...row, topKey: called?.topKey ?? key, large: [] };
  const log = { firstKey: around.firstKey, definitionKey, at: around.now, command };
  await settle(tx, parts, { instance, before: null, effects, deployed, log });
  return key;
}

/** Writes down what a command has led to, and does what follows from it in the same transaction. */
export async function settle(tx: Transaction, parts: EngineParts, step: Step): Promise<void> {
  for (const written of await writeSteps(tx, [step])) await follow(tx, parts, written);
}

async function think(
  tx: Transaction,
  parts: EngineParts,
  instance: InstanceRow,
  command: Command,
  firstKey?: bigint,
): Promise<Step | 'gone' | 'blocked'> {
  const { definitionKey, state: before } = instance;
  const deployed = await parts.models.of(tx, definitionKey);
  const around = await surroundingsOf(tx, parts.models, deployed, before.parent, firstKey);
  const result = advance(deployed.model, before, command, around);
  if (result.kind === 'refused') return result.reason;
  const { state, effects } = result;
  const log = { firstKey: around.firstKey, definitionKey, at: around.now, command };
  return { instance: { ...instance, state }, before, effects, deployed, log };
}

const commands: Commands = { execute, startInstance };

async function follow(tx: Transaction, parts: EngineParts, step: WrittenStep): Promise<void> {
  const { instance, deployed, effects, writes } = step;
  await tellProjector(tx, parts.projector, step);
  if (writes.jobs.some(({ kind }) => kind === 'service')) tx.afterCommit(parts.onWork);
  await followEffects(tx, parts, commands, deployed, instance, effects);
  for (const subscription of writes.subscriptions) await correlateBuffered(tx, parts, commands, instance, subscription);
  const { startKey } = instance;
  if (startKey !== null && effects.some(({ kind }) => kind === 'instanceEnded')) {
    await startBuffered(tx, parts, commands, instance, startKey);
  }
}
