import type { Transaction } from '../../platform/transaction.js';
import { SHOW_TOPIC } from './send.js';
import { recordEvent } from './store/event.store.js';
import type { takeIncident } from './store/incident.store.js';
import { lockRunning } from './store/instance.store.js';
import { lockJob, saveRetries } from './store/job.store.js';
import { TOPICS, type ZeebeParts } from './zeebe-parts.js';

// Whoever resolves an incident wants to know at once whether it helped: one try, then it is an incident again.
const RETRIES_AFTER_INCIDENT = 1;

/**
 * Lets an instance try again what stopped it. Where no job of ours stands behind the incident, only the cluster can go
 * on: it is asked what has become of the instance, and if nothing moves the incident comes back.
 *
 * @param incident already removed by this transaction
 */
export async function resolveOnZeebe(
  tx: Transaction,
  parts: ZeebeParts,
  incidentKey: string,
  { instanceKey, jobKey, elementKey, elementId }: NonNullable<Awaited<ReturnType<typeof takeIncident>>>,
): Promise<'done' | 'gone'> {
  const instance = await lockRunning(tx, instanceKey);
  if (!instance) return 'gone';
  tx.correlationId = instance.correlationId;
  const detail = { key: incidentKey };
  await recordEvent(tx, { instanceKey, elementKey, elementId, kind: 'resolved', at: tx.clock.now(), detail });
  if (jobKey === null) {
    await tx.enqueue(TOPICS.look, `${instanceKey} ${incidentKey}`, { instanceKey });
    return 'done';
  }
  const job = await lockJob(tx, jobKey);
  if (job?.state !== 'open') return 'gone';
  await saveRetries(tx, jobKey, RETRIES_AFTER_INCIDENT, null);
  if (job.kind === 'user') await tx.enqueue(SHOW_TOPIC, `${jobKey} ${incidentKey}`, { jobKey });
  else tx.afterCommit(parts.onWork);
  return 'done';
}
