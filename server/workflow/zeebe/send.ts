import { z } from 'zod';
import type { OutboxHandler } from '../../platform/jobs/outbox.js';
import { logger } from '../../platform/logger.js';
import type { Transaction } from '../../platform/transaction.js';
import { closeJob } from './close-job.js';
import { isFailure, type Gateway } from './gateway.js';
import { lookAfter } from './look-after.js';
import { taskOf } from './receive-job.js';
import { lockRunning } from './store/instance.store.js';
import { lockJob, markSending, type ZeebeJob } from './store/job.store.js';
import { TOPICS, type ZeebeParts } from './zeebe-parts.js';

const variables = z.record(z.string(), z.unknown());
const completion = z.object({ jobKey: z.string(), variables });
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
      await send(tx, parts, jobKey, (gateway) => gateway.throwError(jobKey, { code, message, variables: data }));
    },
    [TOPICS.look]: async (tx, payload) => {
      await lookAfter(tx, parts, z.object({ instanceKey: z.string() }).parse(payload).instanceKey);
    },
    [TOPICS.cancel]: async (tx, payload) => {
      const { instanceKey } = z.object({ instanceKey: z.string() }).parse(payload);
      try {
        await parts.link.ask((gateway) => gateway.cancelInstance(instanceKey));
      } catch (error) {
        if (!isFailure(error, 'gone')) throw error;
      }
      await lookAfter(tx, parts, instanceKey);
    },
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
): Promise<void> {
  // Committed before the cluster is told, in a transaction of its own: a crash in between must leave this trace.
  const context = { mandantId: tx.mandantId, actor: tx.actor };
  const attempt = await parts.runner.transaction(context, (own) => markSending(own, jobKey, tx.clock.now()));
  const job = await lockJob(tx, jobKey);
  if (!job || job.state === 'done' || job.state === 'gone') return;
  try {
    await parts.link.ask(command);
    await over(tx, parts, job, 'done');
  } catch (error) {
    // The cluster does not know the job: we ended it and did not hear the answer, or the process took it back.
    if (isFailure(error, 'gone')) await over(tx, parts, job, attempt === 'again' ? 'done' : 'gone');
    // Also what it refuses for good stays in the outbox: the answer of a person must not be lost, and health shows it.
    else throw error;
  }
}

async function over(tx: Transaction, parts: ZeebeParts, job: ZeebeJob, state: 'done' | 'gone'): Promise<void> {
  const { key: jobKey, instanceKey } = job;
  if (state === 'gone') logger.info({ instanceKey, jobKey }, 'completed task was gone');
  await closeJob(tx, parts.projector, job, state);
  await lookAfter(tx, parts, instanceKey);
}
