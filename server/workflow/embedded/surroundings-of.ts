import type { Transaction } from '../../platform/transaction.js';
import type { Callable, Caller, Surroundings } from './advance/surroundings.js';
import type { Model } from './model.js';
import type { DeployedModel, Models } from './models.js';
import type { Key, Parent } from './state.js';
import { callableDefinitions, KEYS_OF_A_BLOCK, nextKeyBlock } from './store/definition.store.js';
import { readInstance } from './store/instance.store.js';

/** Processes that call each other deeper than this do so without end; each level is a row and a step in the stack. */
const DEEPEST_CALL = 50;

/**
 * What a command needs to know of the world. Read while the instance is locked, so that its keys grow.
 *
 * @param drawn first of the keys that were drawn for it, under that lock; left out, they are drawn now
 */
export async function surroundingsOf(
  tx: Transaction,
  models: Models,
  { model, pinned }: DeployedModel,
  parent: Parent | undefined,
  drawn?: bigint,
): Promise<Surroundings & { readonly firstKey: Key }> {
  const first = drawn ?? (await nextKeyBlock(tx));
  const callers = await callersOf(tx, models, parent);
  const now = tx.clock.now();
  const decide = await models.decisions.for(tx, model, now);
  return {
    now,
    firstKey: String(first),
    nextKey: keysFrom(first),
    callers,
    ...(decide && { decide }),
    ...(calls(model) && { callable: await callableIn(tx, Object.values(pinned), callers.length) }),
  };
}

/** Keys of one block, growing. */
export function keysFrom(first: bigint): () => Key {
  let key = first;
  const end = first + KEYS_OF_A_BLOCK;
  return () => {
    if (key === end) throw new Error('One command asked for more keys than a block has');
    return String(key++);
  };
}

const calling = new WeakMap<Model, boolean>();

function calls(model: Model): boolean {
  const known = calling.get(model) ?? [...model.elements.values()].some(({ call }) => call !== null);
  calling.set(model, known);
  return known;
}

async function callableIn(
  tx: Transaction,
  pinned: readonly Key[],
  depth: number,
): Promise<(processId: string) => Callable> {
  const definitions = new Map((await callableDefinitions(tx, pinned)).map((row) => [row.processId, row.startId]));
  return (processId) => {
    const startId = definitions.get(processId);
    if (startId === undefined) return 'not deployed';
    if (startId === null) return 'no start';
    return depth >= DEEPEST_CALL ? 'too deep' : 'startable';
  };
}

async function callersOf(tx: Transaction, models: Models, parent: Parent | undefined): Promise<Caller[]> {
  const callers: Caller[] = [];
  for (let next = parent; next !== undefined;) {
    const instance = await readInstance(tx, next.instanceKey);
    if (!instance) throw new Error('A called process has lost the one that called it');
    const { model } = await models.of(tx, instance.definitionKey);
    callers.push({ model, state: instance.state, elementKey: next.elementKey });
    next = instance.state.parent;
  }
  return callers;
}
