import { expectedTrouble } from '../../platform/expected-trouble.js';
import { isId } from '../../platform/ids.js';
import { logger } from '../../platform/logger.js';
import type { Transaction } from '../../platform/transaction.js';
import { elementOf, type Model } from '../embedded/model.js';
import type { CreatedTask } from '../process-engine.js';
import { failJob } from './fail-job.js';
import type { ActivatedJob } from './gateway.js';
import { definitionOf, mandantIsHere } from './store/definition.store.js';
import { recordEvent } from './store/event.store.js';
import { keepInstance } from './store/instance.store.js';
import { keepJob, lockJob, openJobs, type ZeebeJob } from './store/job.store.js';
import { clearStandstill } from './standstill.js';
import { markArrived } from './store/message.store.js';
import {
  BUSINESS_KEY_VARIABLE,
  MANDANT_VARIABLE,
  MESSAGE_VARIABLE,
  TOPICS,
  USER_TASK,
  type ZeebeParts,
} from './zeebe-parts.js';

/**
 * What became of a delivery. `foreign`: it names no Mandant of this installation, so it belongs to somebody else on the
 * same cluster. `unmodelled`: it names one, who has not deployed the model.
 */
export type Delivery = 'kept' | 'foreign' | 'unmodelled';

/**
 * Takes a job that the cluster delivers: the first time it becomes an Aufgabe or work for a program; each further
 * delivery says that it is still there.
 */
export async function receiveJob(parts: ZeebeParts, job: ActivatedJob): Promise<Delivery> {
  const mandantId = job.variables[MANDANT_VARIABLE];
  if (typeof mandantId !== 'string' || !isId(mandantId)) return 'foreign';
  const context = { mandantId, actor: { kind: 'system', name: 'zeebe' } } as const;
  try {
    return (await parts.runner.transaction(context, (tx) => keep(tx, parts, job, 'project'))) as Delivery;
  } catch (error) {
    // What passes by itself is no fault of the task: it is given back to the cluster.
    if (job.type !== USER_TASK || expectedTrouble(error)) throw error;
    // Nobody can do this task, or its data is not what an Aufgabe needs. It must not vanish: people are told as of a job
    // that fails, and whoever removes the cause lets it try again.
    logger.warn({ instanceKey: job.instanceKey, elementId: job.elementId, error: String(error) }, 'task not shown');
    return (await parts.runner.transaction(context, async (tx) => {
      const kept = await keep(tx, parts, job, 'keep only');
      if (kept === 'kept') await refuse(tx, parts, job, error);
      return kept;
    })) as Delivery;
  }
}

async function keep(
  tx: Transaction,
  parts: ZeebeParts,
  job: ActivatedJob,
  mode: 'project' | 'keep only',
): Promise<Delivery> {
  // Under row-level security a Mandant that is not here has no definitions.
  const definition = await definitionOf(tx, job.definitionKey);
  if (!definition) return (await mandantIsHere(tx)) ? 'unmodelled' : 'foreign';
  const { model } = await parts.models.of(tx, definition.key);
  const now = tx.clock.now();
  await meetInstance(tx, model, job, definition);
  const kind = job.type === USER_TASK ? 'user' : 'service';
  const { key, instanceKey, elementKey, elementId, type, headers, variables } = job;
  const retries = kind === 'user' ? 1 : job.retries;
  const kept = await keepJob(
    tx,
    tx.mandantId,
    { key, instanceKey, elementKey, elementId, kind, type, headers, variables, retries },
    now,
  );
  if (kept.delivery === 'first') await noteStep(tx, kept);
  if (kept.state !== 'open') return 'kept';
  if (kind === 'service') tx.afterCommit(parts.onWork);
  // Every delivery: an inbox that lost its rows is complete again after one lease.
  else if (mode === 'project' && kept.retries > 0) await parts.projector.taskCreated(tx, taskOf(model, kept));
  return 'kept';
}

/** A job that was not known: the instance has moved, and what arrived may have interrupted what was open. */
async function noteStep(tx: Transaction, job: ZeebeJob): Promise<void> {
  const { key, instanceKey } = job;
  await recordEvent(tx, { ...job, kind: 'entered', at: tx.clock.now() });
  await clearStandstill(tx, instanceKey);
  const others = (await openJobs(tx, instanceKey, 2)).filter((open) => open.key !== key);
  // Nothing else says so.
  if (others.length > 0) await tx.enqueue(TOPICS.look, `${key} arrived`, { instanceKey });
}

/** Makes the row of the instance where this is the first that is heard of it. */
async function meetInstance(
  tx: Transaction,
  model: Model,
  { instanceKey, variables }: ActivatedJob,
  definition: { key: string; processId: string },
): Promise<void> {
  const businessKey = textOf(variables[BUSINESS_KEY_VARIABLE]);
  const messageId = textOf(variables[MESSAGE_VARIABLE]);
  const arrived = businessKey !== null && messageId !== null ? await markArrived(tx, businessKey, messageId) : null;
  const correlationId = arrived ?? null;
  tx.correlationId = correlationId;
  const { key: definitionKey, processId } = definition;
  const instance = { key: instanceKey, definitionKey, processId, businessKey, correlationId };
  const at = tx.clock.now();
  const met = await keepInstance(tx, tx.mandantId, { ...instance, awaits: messagesAtAnyTime(model) }, at);
  if (met === 'new')
    await recordEvent(tx, { instanceKey, elementKey: instanceKey, elementId: processId, kind: 'entered', at });
}

/** Names of the messages that event sub-processes of the whole process wait for. */
function messagesAtAnyTime(model: Model): string[] {
  const root = elementOf(model, model.processId);
  return (root.container?.eventSubProcesses ?? []).flatMap(({ startId }) => {
    const { event } = elementOf(model, startId);
    if (event?.kind !== 'message') return [];
    // The name of an event sub-process's message is fixed text: it is needed before any variable is there.
    const { value } = event.name.evaluate({ lookup: () => undefined, now: new Date(0) });
    return typeof value === 'string' ? [value] : [];
  });
}

const ENGINE_HEADERS = 'io.camunda.zeebe:';

/** The headers of the model, without those that the engine adds. */
export function ownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(ENGINE_HEADERS)));
}

/** The task as the projector knows it. Who may do it and until when comes in headers, lists as JSON text. */
export function taskOf(model: Model, job: ZeebeJob): CreatedTask {
  const element = elementOf(model, job.elementId);
  const { headers } = job;
  const groups = headers[`${ENGINE_HEADERS}candidateGroups`];
  return {
    jobKey: job.key,
    instanceKey: job.instanceKey,
    elementId: job.elementId,
    name: element.name,
    headers: ownHeaders(headers),
    assignee: headers[`${ENGINE_HEADERS}assignee`] ?? null,
    candidateGroups: groups === undefined ? [] : (JSON.parse(groups) as string[]),
    dueDate: headers[`${ENGINE_HEADERS}dueDate`] ?? null,
    form: element.job?.form ?? null,
    variables: job.variables,
  };
}

/** A task that could not be shown stands as an incident. Each delivery tries it again once somebody has resolved that. */
async function refuse(tx: Transaction, parts: ZeebeParts, { key }: ActivatedJob, error: unknown): Promise<void> {
  const job = await lockJob(tx, key);
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  if (job) await failJob(tx, parts, job, { retries: 0, backOffMilliseconds: 0, message });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
