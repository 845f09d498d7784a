import { authorOf, type Transaction } from '../../platform/transaction.js';
import { startTimers } from './advance/start-timers.js';
import { DELIVER_TOPIC } from './buffered.js';
import type { Model } from './model.js';
import type { Key } from './state.js';
import { callableDefinitions, insertDefinition } from './store/definition.store.js';
import { waitingMessages } from './store/message.store.js';
import { replaceStartTimers } from './store/start-timer.store.js';

/** The version of a process after a deployment; `kept` where it has been in force before, from the same bytes. */
export interface NextVersion {
  readonly kind: 'new' | 'kept';
  readonly model: Model;
  readonly key: Key;
  readonly version: number;
}

/**
 * Keeps a process as its next version, which from now on is the one that starts.
 *
 * @param together definitions of the processes in the same file, by process id: they call each other as they stand there
 */
export async function putInForce(
  tx: Transaction,
  { model, key, version }: NextVersion,
  sha256: string,
  together: ReadonlyMap<string, Key>,
  onWork: () => void,
): Promise<void> {
  const { processId, name, messageStarts, signalStarts } = model;
  await insertDefinition(tx, {
    ...{ key, mandantId: tx.mandantId, processId, version, name, sha256, messageStarts, signalStarts },
    startId: model.elements.get(processId)?.container?.startId ?? null,
    pinned: await pin(tx, model, together),
    userTasks: userTasksOf(model),
    deployedAt: tx.clock.now(),
    deployedBy: authorOf(tx.actor),
  });
  const { timers } = startTimers(model, tx.clock.now());
  const starts = timers.map((timer, index) => ({ ...timer, key: String(BigInt(key) + BigInt(index) + 1n) }));
  await replaceStartTimers(tx, { mandantId: tx.mandantId, definitionKey: key, processId }, starts);
  if (starts.length > 0) tx.afterCommit(onWork);
  await startWaiting(tx, key, model);
}

/** Messages may wait for a start that the version before did not have; now there is one. */
async function startWaiting(tx: Transaction, definitionKey: string, { processId, messageStarts }: Model) {
  const names = messageStarts.map(({ messageName }) => messageName);
  for (const address of await waitingMessages(tx, processId, names, tx.clock.now())) {
    await tx.enqueue(DELIVER_TOPIC, `${definitionKey} ${address.name} ${address.correlationKey}`, address);
  }
}

function userTasksOf({ elements }: Model) {
  return [...elements.values()].flatMap(({ id, name, job }) =>
    job?.kind === 'user' ? [{ elementId: id, name, headers: job.headers }] : [],
  );
}

/** Files of record need a fixed called version: what a model names by its id stays the version of now. */
async function pin(
  tx: Transaction,
  { elements }: Model,
  together: ReadonlyMap<string, Key>,
): Promise<Record<string, Key>> {
  const named = [...elements.values()].flatMap(({ call }) => (call?.fixedId == null ? [] : [call.fixedId]));
  if (named.length === 0) return {};
  const inForce = new Map((await callableDefinitions(tx, [])).map(({ processId, key }) => [processId, key]));
  const found = named.map((processId) => [processId, together.get(processId) ?? inForce.get(processId)] as const);
  return Object.fromEntries(found.flatMap(([processId, key]) => (key === undefined ? [] : [[processId, key]])));
}
