import { z } from 'zod';
import type { OutboxHandler } from '../../platform/jobs/outbox.js';
import { logger } from '../../platform/logger.js';
import type { Transaction } from '../../platform/transaction.js';
import { closeJob } from './close-job.js';
import { isFailure, type Gateway } from './gateway.js';
import { raiseIncident } from './incidents.js';
import { lookAfter, presenceOfJob } from './look-after.js';
import { taskOf } from './receive-job.js';
import { lockRunning } from './store/instance.store.js';
import { lockJob, markSending, saveRetries, type ZeebeJob } from './store/job.store.js';
import { TOPICS, type ZeebeParts } from './zeebe-parts.js';

const variables = z.record(z.string(), z.unknown());
const completion = z.object({ jobKey: z.string(), variables });
const assignment = z.object({
  instanceKey: z.string(),
  scopeKey: z.string(),
  scope: z.enum(['local', 'nearest']),
  variables,
});
const bpmnError = completion.extend({ code: z.string(), message: z.string() });

/** Follow-ups that end a job in the cluster: sent until it is done or gone. */
export function jobSenders(parts: ZeebeParts): Readonly<Record<string, OutboxHandler>> {
  return {
    [TOPICS.complete]: async (tx, payload) => {
      const { jobKey, variables: data } = completion.parse(payload);
      await send(tx, parts, jobKey, (gateway) => gateway.completeJob(jobKey, data));
    },
    [TOPICS.throwError]: async (tx, payload) => {
      const { jobKey, code, message, variables: data } = bpmnError.parse(payload);
      const told = (gateway: Gateway) => gateway.throwError(jobKey, { code, message, variables: data });
      await send(tx, parts, jobKey, told, (job) => requireCaught(tx, parts, job, code));
    },
    [TOPICS.setVariables]: async (tx, payload) => {
      const { instanceKey, scopeKey, scope, variables: data } = assignment.parse(payload);
      try {
        await parts.link.ask((gateway) => gateway.setVariables(scopeKey, data, scope));
      } catch (error) {
        if (!isFailure(error, 'gone')) throw error;
        logger.info({ correlationId: tx.correlationId, instanceKey, scopeKey }, 'variables for a scope that is gone');
      }
    },
    [TOPICS.look]: async (tx, payload) => {
      await lookAfter(tx, parts, z.object({ instanceKey: z.string() }).parse(payload).instanceKey);
    },
    [TOPICS.cancel]: (tx, payload) =>
      cancel(tx, parts, z.object({ instanceKey: z.string() }).parse(payload).instanceKey),
    [SHOW_TOPIC]: async (tx, payload) => {
      const job = await lockJob(tx, z.object({ jobKey: z.string() }).parse(payload).jobKey);
      const instance = job?.state === 'open' ? await lockRunning(tx, job.instanceKey) : null;
      if (!job || !instance) return;
      tx.correlationId = instance.correlationId;
      const { model } = await parts.models.of(tx, instance.definitionKey);
      await parts.projector.taskCreated(tx, taskOf(model, job));
    },
  };
}

/** Shows a task once more whose Aufgabe could not be made. */
export const SHOW_TOPIC = 'zeebe.show';

async function send(
  tx: Transaction,
  parts: ZeebeParts,
  jobKey: string,
  command: (gateway: Gateway) => Promise<void>,
  /** What the end of the job is, once the cluster has taken the command. */
  close: (job: ZeebeJob) => Promise<void> = (job) => closeJob(tx, parts.projector, job, 'done'),
): Promise<void> {
  // Committed before the cluster is told, in a transaction of its own: a crash in between must leave this trace.
  const context = { mandantId: tx.mandantId, actor: tx.actor };
  const attempt = await parts.runner.transaction(context, (own) => markSending(own, jobKey, tx.clock.now()));
  const job = await lockJob(tx, jobKey);
  if (!job || job.state === 'done' || job.state === 'gone') return;
  try {
    await parts.link.ask(command);
    await close(job);
  } catch (error) {
    // Also what it refuses for good stays in the outbox: the answer of a person must not be lost, and health shows it.
    if (!isFailure(error, 'gone')) throw error;
    // The cluster does not know the job: we ended it and did not hear the answer, or the process took it back.
    if (attempt === 'first') logger.info({ instanceKey: job.instanceKey, jobKey }, 'completed task was gone');
    await closeJob(tx, parts.projector, job, attempt === 'again' ? 'done' : 'gone');
  }
  await lookAfter(tx, parts, job.instanceKey);
}

/**
 * The cluster takes an error also where nothing catches it, and then keeps the job with an incident that it tells nobody.
 * Ours stands in its place.
 */
async function requireCaught(tx: Transaction, parts: ZeebeParts, job: ZeebeJob, code: string): Promise<void> {
  const { key: jobKey, instanceKey, elementKey, elementId } = job;
  if ((await presenceOfJob(parts, jobKey, job.retries)) === 'gone') {
    await closeJob(tx, parts.projector, job, 'done');
    return;
  }
  const instance = await lockRunning(tx, instanceKey);
  await saveRetries(tx, jobKey, 0, null);
  if (!instance) return;
  await raiseIncident(tx, parts.projector, instance, {
    ...{ elementKey, elementId, jobKey },
    type: 'UNHANDLED_ERROR_EVENT',
    message: {
      de: `Den Fehler „${code}“ fängt niemand. Auf Zeebe steht er als Störung; dort auflösen, dann hier erneut versuchen.`,
      en: `Nobody catches the error "${code}". It stands as an incident on Zeebe; resolve it there, then try again here.`,
    },
  });
}

async function cancel(tx: Transaction, parts: ZeebeParts, instanceKey: string): Promise<void> {
  try {
    await parts.link.ask((gateway) => gateway.cancelInstance(instanceKey));
  } catch (error) {
    if (isFailure(error, 'refused')) return refuseCancel(tx, parts, instanceKey, error.message);
    if (!isFailure(error, 'gone')) throw error;
  }
  await lookAfter(tx, parts, instanceKey, 'terminated');
}

/** E.g. an instance that another one has called: which one, only the cluster knows. */
async function refuseCancel(tx: Transaction, { projector }: ZeebeParts, instanceKey: string, reason: string) {
  const instance = await lockRunning(tx, instanceKey);
  if (!instance) return;
  await raiseIncident(tx, projector, instance, {
    ...{ elementKey: instanceKey, elementId: instance.processId, jobKey: null },
    type: 'CANCEL_REFUSED',
    message: {
      de: `Zeebe beendet den Ablauf nicht: ${reason}`,
      en: `Zeebe does not cancel the process instance: ${reason}`,
    },
  });
}
