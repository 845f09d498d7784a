import type { Transaction } from '../../platform/transaction.js';
import type { Projector } from '../process-engine.js';
import { visibleVariables } from './advance/variables.js';
import { elementOf, type Model } from './model.js';
import type { CreatedJob, Effect, Key, State, Subscription } from './state.js';
import {
  deleteIncident,
  deleteJob,
  deleteOwned,
  deleteTimer,
  deleteWaits,
  insertIncident,
  insertJob,
  insertSubscription,
  insertTimer,
  updateJob,
  type Owner,
} from './store/waits.store.js';

/** What a command did, in the eyes of the store. */
export interface Applied {
  /** Subscriptions that a buffered message may already answer. */
  readonly opened: readonly Subscription[];
  readonly serviceJobs: 'created' | 'none';
  readonly ended: boolean;
}

/**
 * Writes down what the core asks for and tells the projector. What was created and ended within one command is written
 * and deleted again, and nobody is told of it.
 */
export async function applyEffects(
  tx: Transaction,
  projector: Projector,
  owner: Owner,
  model: Model,
  state: State,
  effects: readonly Effect[],
): Promise<Applied> {
  const endedElements = keysOf(effects, 'elementEnded');
  const goneTasks: Key[] = [];
  for (const effect of effects) goneTasks.push(...(await write(tx, owner, effect)));
  goneTasks.push(...(await deleteOwned(tx, endedElements)));

  const gone = new Set([...goneTasks, ...endedElements]);
  const lives = ({ key, elementKey }: CreatedJob) => !gone.has(key) && !gone.has(elementKey);
  const created = effects.flatMap((effect) => (effect.kind === 'jobCreated' && lives(effect.job) ? [effect.job] : []));
  const createdTasks = new Set(effects.flatMap((effect) => (effect.kind === 'jobCreated' ? [effect.job.key] : [])));
  for (const jobKey of goneTasks) if (!createdTasks.has(jobKey)) await projector.taskGone(tx, { jobKey });
  for (const job of created.filter(({ kind }) => kind === 'user')) {
    await projector.taskCreated(tx, taskOf(owner, model, state, job));
  }
  await tellRest(tx, projector, owner, effects);
  return {
    opened: effects.flatMap((effect) =>
      effect.kind === 'messageAwaited' && !gone.has(effect.subscription.elementKey) ? [effect.subscription] : [],
    ),
    serviceJobs: created.some(({ kind }) => kind === 'service') ? 'created' : 'none',
    ended: effects.some(({ kind }) => kind === 'instanceEnded'),
  };
}

/** Writes one effect. Returns the user tasks that it closed. */
async function write(tx: Transaction, owner: Owner, effect: Effect): Promise<Key[]> {
  switch (effect.kind) {
    case 'jobCreated':
      await insertJob(tx, owner, effect.job);
      return [];
    case 'jobUpdated':
      await updateJob(tx, effect.key, effect.retries, effect.backOffUntil);
      return [];
    case 'jobClosed':
      return (await deleteJob(tx, effect.key)) === 'user' ? [effect.key] : [];
    case 'timerOpened':
      await insertTimer(tx, owner, effect.timer);
      return [];
    case 'timerClosed':
      await deleteTimer(tx, effect.key);
      return [];
    case 'messageAwaited':
      await insertSubscription(tx, owner, effect.subscription);
      return [];
    case 'waitsClosed':
      await deleteWaits(tx, [effect.elementKey]);
      return [];
    case 'incidentRaised':
      await insertIncident(tx, owner, { ...effect.incident, at: tx.clock.now() });
      return [];
    case 'incidentClosed':
      await deleteIncident(tx, effect.key);
      return [];
    case 'elementEntered':
    case 'elementEnded':
    case 'instanceEnded':
    // Without a `callable` among the surroundings no call activity asks for a process.
    case 'childCalled':
    case 'childCancelled':
    case 'errorPropagated':
    case 'escalationPropagated':
    // Migration has its own way into the store.
    case 'elementMigrated':
    case 'waitMoved':
      return [];
  }
}

function taskOf({ instanceKey }: Owner, model: Model, state: State, job: CreatedJob) {
  const element = elementOf(model, job.elementId);
  const instance = state.instances[job.elementKey];
  return {
    jobKey: job.key,
    instanceKey,
    elementId: job.elementId,
    name: element.name,
    headers: job.headers,
    assignee: job.assignment?.assignee ?? null,
    candidateGroups: job.assignment?.candidateGroups ?? [],
    dueDate: job.assignment?.dueDate ?? null,
    form: element.job?.form ?? null,
    variables: instance ? visibleVariables({ state }, instance) : {},
  };
}

async function tellRest(tx: Transaction, projector: Projector, owner: Owner, effects: readonly Effect[]) {
  const { instanceKey, processId, businessKey } = owner;
  for (const effect of effects) {
    if (effect.kind === 'incidentRaised') {
      const { elementId, type } = effect.incident;
      await projector.incidentRaised(tx, { instanceKey, processId, elementId, type });
    }
    if (effect.kind === 'instanceEnded') await projector.instanceEnded(tx, { instanceKey, businessKey });
  }
}

function keysOf(effects: readonly Effect[], kind: 'elementEnded'): Key[] {
  return effects.flatMap((effect) => (effect.kind === kind ? [effect.key] : []));
}
