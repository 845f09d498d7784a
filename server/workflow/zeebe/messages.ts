import { z } from 'zod';
import type { OutboxHandler } from '../../platform/jobs/outbox.js';
import { newId } from '../../platform/ids.js';
import { logger } from '../../platform/logger.js';
import type { Transaction } from '../../platform/transaction.js';
import { storableVariables } from '../embedded/storable-variables.js';
import type { Message } from '../process-engine.js';
import { requireDeployed } from './deployments.js';
import { isFailure } from './gateway.js';
import { lookAfter } from './look-after.js';
import { lockRunning, runningOf } from './store/instance.store.js';
import { startedBy } from './store/definition.store.js';
import { keepMessage } from './store/message.store.js';
import { BUSINESS_KEY_VARIABLE, MANDANT_VARIABLE, MESSAGE_VARIABLE, TOPICS, type ZeebeParts } from './zeebe-parts.js';

// The broker forgets a message id with its message. Ours are kept for at least this long, which is longer than the
// outbox needs after the longest outage that a person does not notice.
const SHORTEST_MEMORY_MILLISECONDS = 86_400_000;

/** Writes down a message for the cluster; it is sent after the commit. */
export async function publishToCluster(tx: Transaction, message: Message): Promise<'accepted' | 'duplicate'> {
  const { name, correlationKey, messageId, ttlMs } = message;
  const variables = storableVariables(message.variables);
  const starts = (await startedBy(tx, name)).length > 0 && ttlMs > 0;
  const now = tx.clock.now();
  if (ttlMs > 0) {
    const expiresAt = new Date(now.getTime() + Math.max(ttlMs, SHORTEST_MEMORY_MILLISECONDS));
    const expects = starts ? 'instance' : 'nothing';
    const { correlationId } = tx;
    const kept = { name, correlationKey, messageId, expects, correlationId, expiresAt } as const;
    if ((await keepMessage(tx, tx.mandantId, kept, now)) === 'duplicate') return 'duplicate';
  }
  const carried = starts
    ? { [MANDANT_VARIABLE]: tx.mandantId, [BUSINESS_KEY_VARIABLE]: correlationKey, [MESSAGE_VARIABLE]: messageId }
    : {};
  await tx.enqueue(TOPICS.publish, newId(), { ...message, variables: { ...variables, ...carried } });
  return 'accepted';
}

const outgoing = z.object({
  name: z.string(),
  correlationKey: z.string(),
  messageId: z.string(),
  instanceKey: z.string().optional(),
  ttlMs: z.int(),
  variables: z.record(z.string(), z.unknown()),
});

/** Follow-up that hands a message to the cluster. */
export function messageSender(parts: ZeebeParts): Readonly<Record<string, OutboxHandler>> {
  return {
    [TOPICS.publish]: async (tx, payload) => {
      const { instanceKey, ...message } = outgoing.parse(payload);
      // A start that is deployed later does not see what was published before.
      for (const processId of await startedBy(tx, message.name)) {
        const refused = await requireDeployed(tx, parts, processId);
        if (refused) return refused;
      }
      // Zeebe cannot aim at an instance. What was meant for one that has ended is meant for nobody.
      if (instanceKey !== undefined && !(await lockRunning(tx, instanceKey))) {
        logger.info(
          { correlationId: tx.correlationId, instanceKey, name: message.name },
          'message for an ended instance',
        );
        return undefined;
      }
      try {
        await parts.link.ask((gateway) => gateway.publishMessage(message));
      } catch (error) {
        // It lies there already: an earlier try got through, and its answer was lost.
        if (!isFailure(error, 'exists')) throw error;
      }
      for (const key of await runningOf(tx, message.correlationKey)) await lookAfter(tx, parts, key);
      return undefined;
    },
  };
}
