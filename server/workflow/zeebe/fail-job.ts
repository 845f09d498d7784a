import type { Transaction } from '../../platform/transaction.js';
import { raiseIncident } from './incidents.js';
import { lockRunning } from './store/instance.store.js';
import { saveRetries, type ZeebeJob } from './store/job.store.js';
import type { ZeebeParts } from './zeebe-parts.js';

export interface JobFailure {
  /** How often it may still be tried; 0 stops it until a person has helped. */
  readonly retries: number;
  readonly backOffMilliseconds: number;
  readonly message: string;
}

/**
 * Notes that a job was tried in vain. Retries, back-off and incident are ours: the cluster goes on lending us the job,
 * and its own incident could not be found without an exporter.
 *
 * @param job locked by this transaction
 */
export async function failJob(
  tx: Transaction,
  { projector }: Pick<ZeebeParts, 'projector'>,
  job: ZeebeJob,
  { retries, backOffMilliseconds, message }: JobFailure,
): Promise<'done' | 'gone' | 'blocked'> {
  if (job.state !== 'open') return 'gone';
  if (job.retries === 0) return 'blocked';
  const instance = await lockRunning(tx, job.instanceKey);
  if (!instance) return 'gone';
  tx.correlationId = instance.correlationId;
  const left = Math.max(0, retries);
  await saveRetries(tx, job.key, left, new Date(tx.clock.now().getTime() + backOffMilliseconds));
  if (left > 0) return 'done';
  const { elementKey, elementId, key: jobKey } = job;
  await raiseIncident(tx, projector, instance, {
    elementKey,
    elementId,
    jobKey,
    type: 'JOB_NO_RETRIES',
    message: {
      de: `Der Arbeitsschritt ist wiederholt gescheitert: ${message}`,
      en: `The work failed repeatedly: ${message}`,
    },
  });
  return 'done';
}
