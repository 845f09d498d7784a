import type { Transaction } from '../../platform/transaction.js';
import type { Projector } from '../process-engine.js';
import { recordEvent } from './store/event.store.js';
import { deleteIncidentsOfJob } from './store/incident.store.js';
import { saveJobState, type ZeebeJob } from './store/job.store.js';

/** The job is over, `done` by us or `gone` with its step: its row, the history and the inbox say so. */
export async function closeJob(
  tx: Transaction,
  projector: Projector,
  job: ZeebeJob,
  state: 'done' | 'gone',
): Promise<void> {
  await saveJobState(tx, job.key, state);
  await deleteIncidentsOfJob(tx, job.key);
  await recordEvent(tx, { ...job, kind: state === 'done' ? 'completed' : 'terminated', at: tx.clock.now() });
  if (job.kind === 'user') await projector.taskGone(tx, { jobKey: job.key });
}
