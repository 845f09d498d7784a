import type { Transaction } from '../../platform/transaction.js';
import { recordEvents } from '../history.store.js';
import type { Projector } from '../process-engine.js';
import { visibleVariables } from './advance/variables.js';
import { writesOf } from './command-writes.js';
import { elementOf, type Model } from './model.js';
import type { DeployedModel } from './models.js';
import type { CreatedJob, Effect, State, Subscription } from './state.js';
import { insertRows, removeRows, updateJob, type Owner } from './store/waits.store.js';

/** What a command did, in the eyes of the store. */
export interface Applied {
  /** Subscriptions that a buffered message may already answer. */
  readonly opened: readonly Subscription[];
  readonly serviceJobs: 'created' | 'none';
  readonly ended: boolean;
}

/**
 * Writes down what the core asks for and tells the projector. What was created and ended within one command leaves no row,
 * and nobody is told of it.
 */
export async function applyEffects(
  tx: Transaction,
  projector: Projector,
  owner: Owner,
  { model, version }: DeployedModel,
  { before, state }: { readonly before: State | null; readonly state: State },
  effects: readonly Effect[],
): Promise<Applied> {
  const now = tx.clock.now();
  const writes = writesOf(effects, before);
  const goneTasks = await removeRows(tx, writes);
  await insertRows(tx, owner, writes, now);
  for (const update of writes.jobUpdates) await updateJob(tx, update);
  const { instanceKey, processId } = owner;
  const history = writes.history.map((line) => ({ ...line, at: now, instanceKey, processId, version }));
  await recordEvents(tx, owner.mandantId, history);

  for (const jobKey of goneTasks) await projector.taskGone(tx, { jobKey });
  for (const job of writes.jobs.filter(({ kind }) => kind === 'user')) {
    await projector.taskCreated(tx, taskOf(owner, model, state, job));
  }
  await tellRest(tx, projector, owner, effects);
  return {
    opened: writes.subscriptions,
    serviceJobs: writes.jobs.some(({ kind }) => kind === 'service') ? 'created' : 'none',
    ended: effects.some(({ kind }) => kind === 'instanceEnded'),
  };
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
