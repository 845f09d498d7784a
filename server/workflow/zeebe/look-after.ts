import type { Transaction } from '../../platform/transaction.js';
import { DELIVER_TOPIC } from '../embedded/buffered.js';
import { startsOfProcess } from '../embedded/store/definition.store.js';
import { closeJob } from './close-job.js';
import { isFailure, type Gateway } from './gateway.js';
import { recordEvent } from './store/event.store.js';
import { lockRunning, markInstanceSeen, saveEnded, type ZeebeInstance } from './store/instance.store.js';
import { markSeen, openJobs, type ZeebeJob } from './store/job.store.js';
import { noticeStandstill } from './standstill.js';
import type { ZeebeParts } from './zeebe-parts.js';

/** How an instance ended that the cluster does not know any more: what we asked for, else by its model. */
export type InstanceEnd = 'completed' | 'terminated';

// A parallel task for hundreds of people: the others are asked about in the next rounds and when they are opened.
const JOBS_AT_ONCE = 20;

/**
 * Nothing announces that an instance has ended or a job was taken back, so we ask. Both questions are commands that
 * change nothing: variables without variables, retries with the value they have.
 */
export async function lookAfter(
  tx: Transaction,
  parts: ZeebeParts,
  instanceKey: string,
  ended: InstanceEnd = 'completed',
): Promise<void> {
  const instance = await lockRunning(tx, instanceKey);
  if (!instance) return;
  tx.correlationId = instance.correlationId;
  const jobs = await openJobs(tx, instanceKey, JOBS_AT_ONCE);
  if ((await presence(parts, (gateway) => gateway.setVariables(instanceKey, {}, 'local'))) === 'gone') {
    await end(tx, parts, instance, ended);
    return;
  }
  await markInstanceSeen(tx, instanceKey, tx.clock.now());
  for (const job of jobs) await lookAfterJob(tx, parts, job);
  if (jobs.length === 0) await noticeStandstill(tx, parts, instance);
}

/** What is being sent is left to the sender: it knows what the answer means. */
async function lookAfterJob(tx: Transaction, parts: ZeebeParts, job: ZeebeJob): Promise<void> {
  const { key, state, retries } = job;
  if (state !== 'open') return;
  if ((await presenceOfJob(parts, key, retries)) === 'here') return markSeen(tx, key, tx.clock.now());
  await closeJob(tx, parts.projector, job, 'gone');
}

/** The instance is over, and with it everything that was open in it. */
async function end(
  tx: Transaction,
  { projector }: ZeebeParts,
  instance: ZeebeInstance,
  outcome: InstanceEnd,
): Promise<void> {
  const { key: instanceKey, businessKey, processId } = instance;
  const at = tx.clock.now();
  for (const job of await openJobs(tx, instanceKey, ALL)) {
    if (job.state === 'open') await closeJob(tx, projector, job, 'gone');
  }
  await saveEnded(tx, instanceKey, outcome, at);
  await recordEvent(tx, { instanceKey, elementKey: instanceKey, elementId: processId, kind: outcome, at });
  await projector.instanceEnded(tx, { instanceKey, businessKey });
  if (businessKey === null) return;
  // A message that came while processes ran on the embedded engine may have waited there for this instance to end.
  for (const { messageName } of await startsOfProcess(tx, processId)) {
    await tx.enqueue(DELIVER_TOPIC, `${instanceKey} ${messageName}`, {
      name: messageName,
      correlationKey: businessKey,
    });
  }
}

const ALL = 100_000;

/** Whether the cluster still has a job: its retries are set to what they are. */
export function presenceOfJob(parts: ZeebeParts, jobKey: string, retries: number): Promise<'here' | 'gone'> {
  return presence(parts, (gateway) => gateway.updateRetries(jobKey, Math.max(1, retries)));
}

async function presence({ link }: ZeebeParts, ask: (gateway: Gateway) => Promise<void>): Promise<'here' | 'gone'> {
  try {
    await link.ask(ask);
    return 'here';
  } catch (error) {
    if (isFailure(error, 'gone')) return 'gone';
    throw error;
  }
}
