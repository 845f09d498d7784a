import { newId } from '../../platform/ids.js';
import type { Transaction } from '../../platform/transaction.js';
import { storableVariables } from '../embedded/storable-variables.js';
import type { JobAnswer } from '../process-engine.js';
import { saveJobState, type ZeebeJob } from './store/job.store.js';
import { TOPICS } from './zeebe-parts.js';

/**
 * Ends a job on our side and writes down what the cluster has to hear. Each telling has a key of its own: a job that an
 * incident has stopped is told once more.
 *
 * @param job locked by this transaction
 */
export async function tellCluster(
  tx: Transaction,
  job: ZeebeJob,
  result: JobAnswer,
): Promise<'done' | 'gone' | 'blocked'> {
  if (job.state !== 'open') return 'gone';
  if (job.retries === 0) return 'blocked';
  await saveJobState(tx, job.key, 'sending');
  if ('bpmnError' in result) {
    const { code, message, variables = {} } = result.bpmnError;
    const error = { jobKey: job.key, code, message, variables: storableVariables(variables) };
    await tx.enqueue(TOPICS.throwError, newId(), error);
  } else {
    await tx.enqueue(TOPICS.complete, newId(), { jobKey: job.key, variables: storableVariables(result.variables) });
  }
  return 'done';
}
