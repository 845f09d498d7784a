import { isRejection } from '../../contract/rejections.js';
import type { Id } from '../../contract/views.js';
import { createLanes, type Lanes } from '../../platform/jobs/lanes.js';
import { logger } from '../../platform/logger.js';
import type { Transaction } from '../../platform/transaction.js';
import { askOutside } from '../ask-outside.js';
import { failJob } from './fail-job.js';
import { ownHeaders } from './receive-job.js';
import { lockRunning } from './store/instance.store.js';
import { claimJob, lockJob, parkJob, saveJobState, type ZeebeJob } from './store/job.store.js';
import { tellCluster } from './tell-cluster.js';
import type { ZeebeParts } from './zeebe-parts.js';

// As in the embedded engine: a second try after 5 s outlives a restart of the database.
const BACK_OFF_MILLISECONDS = 5_000;

/**
 * Does the service tasks that the cluster has lent us. What a worker writes and the intent to tell the cluster commit
 * together, so the fatal order (told, then crashed before writing) cannot happen.
 */
export function createZeebeJobLanes(parts: ZeebeParts): Lanes {
  const performNext = (mandantId: Id) => workNext(parts, mandantId);
  return createLanes(parts.database, [performNext, performNext]);
}

async function workNext(parts: ZeebeParts, mandantId: Id): Promise<boolean> {
  const context = { mandantId, actor: { kind: 'system', name: 'engine' } } as const;
  let taken: ZeebeJob | null = null;
  let failure: string;
  try {
    const result = await parts.runner.transaction(context, async (tx) => {
      const job = await claimJob(tx, tx.clock.now());
      taken = job;
      if (!job) return false;
      const instance = await lockRunning(tx, job.instanceKey);
      if (!instance) {
        await saveJobState(tx, job.key, 'gone');
        return true;
      }
      tx.correlationId = instance.correlationId;
      const worker = parts.workers[job.type];
      if (!worker) throw new Error(`Nobody does jobs of the type ${job.type}`);
      const { key, type, instanceKey, elementId, variables } = job;
      const done = await worker(tx, { key, type, instanceKey, elementId, headers: ownHeaders(job.headers), variables });
      if (isRejection(done)) return done;
      if ('outside' in done) {
        await parkJob(tx, key);
        await askOutside(tx, job, done.outside);
      } else await tellCluster(tx, job, done);
      return true;
    });
    if (!isRejection(result)) return result;
    failure = result.message.en;
  } catch (error) {
    if (!taken) throw error;
    failure = error instanceof Error ? error.message : String(error);
  }
  const job = taken as ZeebeJob | null;
  if (!job) return false;
  logger.warn({ instanceKey: job.instanceKey, type: job.type, failure }, 'job failed');
  await parts.runner.transaction(context, (tx) => fail(tx, parts, job, failure.slice(0, 500)));
  return true;
}

async function fail(tx: Transaction, parts: ZeebeParts, { key }: ZeebeJob, message: string): Promise<object> {
  const job = await lockJob(tx, key);
  if (!job) return {};
  await failJob(tx, parts, job, {
    retries: job.retries - 1,
    backOffMilliseconds: BACK_OFF_MILLISECONDS,
    message,
  });
  return {};
}
