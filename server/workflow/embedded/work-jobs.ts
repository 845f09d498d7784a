import { isRejection } from '../../contract/rejections.js';
import type { ActContext } from '../../platform/act-runner.js';
import type { PerformNext } from '../../platform/jobs/lanes.js';
import { logger } from '../../platform/logger.js';
import type { Transaction } from '../../platform/transaction.js';
import { askOutside } from '../ask-outside.js';
import { visibleVariables } from './advance/variables.js';
import type { EmbeddedEngine } from './embedded-engine.js';
import type { EngineLoopParts } from './engine-loops.js';
import { execute, executeTogether } from './execute.js';
import type { Command } from './state.js';
import { storableVariables } from './storable-variables.js';
import { claimJob, claimJobs } from './store/claim.store.js';
import type { InstanceRow } from './store/instance.store.js';
import { parkJob, updateJob, type JobRow } from './store/waits.store.js';

// Three service tasks, 64 instances in flight, two busy cores: 51 commands/s with one job in each transaction, 144 with up to 32.
const MOST_TOGETHER = 32;
// A slow worker keeps the others' instances locked until its own work is committed: then no more are begun.
const LONGEST_MILLISECONDS = 100;
// A second try after 5 s outlives a restart of the database; the model says how many there are.
const BACK_OFF_MILLISECONDS = 5_000;

/**
 * Does due service tasks, several in one transaction as long as they are quick. Where one of them fails all of them are
 * undone, and tried again one by one: then the failure costs only the one its retry.
 */
export function createJobLane(parts: EngineLoopParts): PerformNext {
  let most = 1;
  return async (mandantId) => {
    const context = { mandantId, actor: { kind: 'system', name: 'engine' } } as const;
    let begun: JobRow[] = [];
    let failure: string;
    try {
      const result = await parts.runner.transaction(context, async (tx) => {
        begun = [];
        return workTogether(tx, parts.engine, most, begun);
      });
      if (!isRejection(result)) {
        most = result === 'slow' ? 1 : Math.min(2 * most, MOST_TOGETHER);
        return begun.length > 0;
      }
      failure = result.code;
    } catch (error) {
      if (begun.length === 0) throw error;
      failure = String(error);
    }
    most = 1;
    const [job, another] = begun;
    if (job && !another) await recordFailure(parts, context, job, failure);
    return true;
  };
}

/** @param begun gets each job before its worker does */
async function workTogether(tx: Transaction, engine: EmbeddedEngine, most: number, begun: JobRow[]) {
  const end = performance.now() + LONGEST_MILLISECONDS;
  const commands: { instance: InstanceRow; command: Command; firstKey: bigint }[] = [];
  for (const { work, instance, firstKey } of await claimJobs(tx, tx.clock.now(), most)) {
    if (begun.length > 0 && performance.now() > end) break;
    begun.push(work);
    const command = await perform(tx, engine, work, instance);
    if (isRejection(command)) return command;
    if (command !== 'asked') commands.push({ instance, command, firstKey });
  }
  const outcomes = await executeTogether(tx, engine.parts, commands);
  // What a worker wrote must not stay without the step that it belongs to.
  const refused = outcomes.find((outcome) => outcome !== 'done');
  if (refused) throw new Error(`The job is ${refused}`);
  return performance.now() > end ? 'slow' : 'quick';
}

async function recordFailure(parts: EngineLoopParts, context: ActContext, job: JobRow, failure: string): Promise<void> {
  logger.warn({ instanceKey: job.instanceKey, type: job.type, error: failure }, 'job failed');
  await parts.runner
    .transaction(context, (tx) => failJob(tx, parts, job, failure))
    .catch((error: unknown) => postponeJob(parts, context, job, error));
}

/** Lets the worker do the job and says by which command the process goes on. */
async function perform(tx: Transaction, { workers }: EmbeddedEngine, job: JobRow, instance: InstanceRow) {
  const worker = workers[job.type];
  if (!worker) throw new Error(`Nobody does jobs of the type ${job.type}`);
  tx.correlationId = instance.correlationId;
  const element = instance.state.instances[job.elementKey];
  if (!element) throw new Error('A job without its element');
  const { key, type, instanceKey, elementId, elementKey, headers } = job;
  const variables = visibleVariables({ state: instance.state }, element);
  const result = await worker(tx, { key, type, instanceKey, elementId, headers, variables });
  if (isRejection(result)) return result;
  if ('outside' in result) {
    await parkJob(tx, key);
    await askOutside(tx, job, result.outside);
    return 'asked';
  }
  const command: Command =
    'bpmnError' in result
      ? {
          kind: 'throwError',
          elementKey,
          jobKey: key,
          code: result.bpmnError.code,
          message: result.bpmnError.message,
          variables: storableVariables(result.bpmnError.variables ?? {}),
        }
      : { kind: 'completeJob', elementKey, jobKey: key, variables: storableVariables(result.variables) };
  return command;
}

async function failJob(tx: Transaction, { engine }: EngineLoopParts, { key }: JobRow, message: string) {
  const claimed = await claimJob(tx, key);
  if (!claimed) return {};
  const { instance, work, firstKey } = claimed;
  tx.correlationId = instance.correlationId;
  const failed = {
    kind: 'failJob',
    elementKey: work.elementKey,
    jobKey: key,
    retries: work.retries - 1,
    backOffMs: BACK_OFF_MILLISECONDS,
    message: message.slice(0, 500),
  } as const;
  await execute(tx, engine.parts, instance, failed, firstKey);
  return {};
}

// Not even its failure could be written down, e.g. because its projection fails: it must not stand before all others.
const POSTPONED_MILLISECONDS = 60_000;

async function postponeJob(parts: EngineLoopParts, context: ActContext, job: JobRow, error: unknown): Promise<void> {
  logger.error({ instanceKey: job.instanceKey, type: job.type, error: String(error) }, 'job postponed');
  await parts.runner.transaction(context, async (tx) => {
    const backOffUntil = new Date(parts.clock.now().getTime() + POSTPONED_MILLISECONDS);
    await updateJob(tx, { key: job.key, retries: job.retries, backOffUntil });
    return {};
  });
}
