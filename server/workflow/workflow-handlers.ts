import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import { logger } from '../platform/logger.js';
import type { InstanceOperations, ProcessEngine } from './process-engine.js';

const variables = z.record(z.string(), z.unknown());
const message = z.object({
  name: z.string(),
  correlationKey: z.string(),
  messageId: z.string(),
  instanceKey: z.string().optional(),
  ttlMs: z.int().min(0),
  variables,
});
const cancellation = z.object({ instanceKey: z.string() });
const completion = z.object({ jobKey: z.string(), variables });

/** What acts ask of the engine through the outbox. */
export function workflowHandlers(
  engine: ProcessEngine & Pick<InstanceOperations, 'cancel'>,
): Record<'workflow.publish' | 'workflow.completeTask' | 'workflow.cancel', OutboxHandler> {
  return {
    'workflow.publish': async (tx, payload) => {
      await engine.publish(tx, message.parse(payload));
    },
    // An instance that has ended meanwhile needs no end.
    'workflow.cancel': async (tx, payload) => {
      const outcome = await engine.cancel(tx, cancellation.parse(payload));
      return isRejection(outcome) ? outcome : undefined;
    },
    'workflow.completeTask': async (tx, payload) => {
      const { jobKey, variables: data } = completion.parse(payload);
      const outcome = await engine.completeTask(tx, { jobKey, variables: data });
      // The step was taken back (Storno) between the person's act and now; the Aufgabe and its data stay on record.
      if (outcome === 'gone') logger.info({ correlationId: tx.correlationId, jobKey }, 'completed task was gone');
      if (outcome === 'blocked') throw new Error(`The task ${jobKey} waits for an incident`);
    },
  };
}
