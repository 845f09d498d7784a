import { z } from 'zod';
import { derivedId, newId } from '../platform/ids.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import { logger } from '../platform/logger.js';
import type { Transaction } from '../platform/transaction.js';
import type { InstanceOperations, Job, OutsideWork, ProcessEngine } from './process-engine.js';

/** What the handler of an outside topic finds as `job` in its payload. */
export const outsideJob = z.object({
  key: z.string(),
  /** The same for every try of the job: the key by which the other side tells a repetition from a second effect. */
  onceId: z.string(),
  /** When the step began to wait. */
  since: z.iso.datetime().transform((text) => new Date(text)),
});
export type OutsideJob = z.infer<typeof outsideJob>;

const variables = z.record(z.string(), z.unknown());
const answer = z.union([
  z.object({ variables }),
  z.object({ bpmnError: z.object({ code: z.string(), message: z.string(), variables: variables.optional() }) }),
  z.object({ failure: z.string() }),
]);

/** How it went outside: the job ends, or, as a failure, becomes an incident that a person can let try again. */
export type OutsideAnswer = z.infer<typeof answer>;

export const ANSWER_TOPIC = 'workflow.answerJob';

/**
 * Enqueues work outside for a job that waits from now on; part of the engines. Each try is a follow-up of its own, so
 * that an incident can be resolved; what makes the effect single is `onceId`.
 */
export async function askOutside(
  tx: Transaction,
  { key, instanceKey }: Pick<Job, 'key' | 'instanceKey'>,
  { topic, payload }: OutsideWork,
): Promise<void> {
  const onceId = derivedId(tx.mandantId, instanceKey, key);
  await tx.enqueue(topic, `${key} ${newId()}`, { ...payload, job: { key, onceId, since: tx.clock.now() } });
}

/** Says, after the work outside and in its transaction, how the job ends. The engine hears of it in another one. */
export async function answerLater(
  tx: Transaction,
  followUp: string,
  jobKey: string,
  how: OutsideAnswer,
): Promise<void> {
  await tx.enqueue(ANSWER_TOPIC, followUp, { jobKey, answer: how });
}

/** Ends the job in the running transaction. @throws Error while the job waits for an incident */
export async function answerJob(
  tx: Transaction,
  engine: ProcessEngine & InstanceOperations,
  jobKey: string,
  how: OutsideAnswer,
): Promise<void> {
  const outcome = await tell(tx, engine, jobKey, how);
  if (outcome === 'gone') logger.info({ correlationId: tx.correlationId, jobKey }, 'answered job was gone');
  if (outcome === 'blocked') throw new Error(`The job ${jobKey} waits for an incident`);
}

/** The follow-up that ends a job by an answer from outside. */
export function answerHandler(engine: ProcessEngine & InstanceOperations): Record<string, OutboxHandler> {
  return {
    [ANSWER_TOPIC]: async (tx, payload) => {
      const { jobKey, answer: how } = z.object({ jobKey: z.string(), answer }).parse(payload);
      await answerJob(tx, engine, jobKey, how);
    },
  };
}

function tell(tx: Transaction, engine: ProcessEngine & InstanceOperations, jobKey: string, how: OutsideAnswer) {
  if ('variables' in how) return engine.completeTask(tx, { jobKey, variables: how.variables });
  if ('failure' in how) return engine.failJob(tx, { jobKey, retries: 0, backOffMs: 0, message: how.failure });
  const { code, message, variables: data = {} } = how.bpmnError;
  return engine.throwError(tx, { jobKey, code, message, variables: data });
}
