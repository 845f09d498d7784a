import type { Transaction } from '../../platform/transaction.js';
import type { Projector } from '../process-engine.js';
import { visibleVariables } from './advance/variables.js';
import { elementOf } from './model.js';
import type { CreatedJob } from './state.js';
import type { WrittenStep } from './step.js';

/** Tells people's side what a command has led to: tasks that are over, tasks that are there, incidents, the end. */
export async function tellProjector(tx: Transaction, projector: Projector, step: WrittenStep): Promise<void> {
  const { key: instanceKey, processId, businessKey } = step.instance;
  for (const jobKey of step.goneTasks) await projector.taskGone(tx, { jobKey });
  for (const job of step.writes.jobs) {
    if (job.kind === 'user') await projector.taskCreated(tx, taskOf(step, job));
  }
  for (const effect of step.effects) {
    if (effect.kind === 'incidentRaised') {
      const { elementId, type } = effect.incident;
      await projector.incidentRaised(tx, { instanceKey, processId, elementId, type });
    }
    if (effect.kind === 'instanceEnded') await projector.instanceEnded(tx, { instanceKey, businessKey });
  }
}

function taskOf({ instance: { key: instanceKey, state }, deployed: { model } }: WrittenStep, job: CreatedJob) {
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
