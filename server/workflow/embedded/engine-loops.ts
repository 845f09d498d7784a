import { isRejection } from '../../contract/rejections.js';
import type { Id } from '../../contract/views.js';
import type { ActContext, ActRunner } from '../../platform/act-runner.js';
import type { Clock } from '../../platform/clock.js';
import { createLanes, type Lanes } from '../../platform/jobs/lanes.js';
import { logger } from '../../platform/logger.js';
import type { Database } from '../../platform/postgres/database.js';
import type { Transaction } from '../../platform/transaction.js';
import { askOutside } from '../ask-outside.js';
import { visibleVariables } from './advance/variables.js';
import { workNext, type ClaimedWork } from './claimed-work.js';
import type { EmbeddedEngine } from './embedded-engine.js';
import { execute } from './execute.js';
import { hearSignal } from './hear-signal.js';
import type { Command } from './state.js';
import { storableVariables } from './storable-variables.js';
import { lockInstance, type InstanceRow } from './store/instance.store.js';
import { claimDelivery, postponeDelivery, type Delivery } from './store/signal.store.js';
import {
  claimJob,
  claimTimer,
  findJob,
  parkJob,
  postponeTimer,
  updateJob,
  type JobRow,
  type TimerRow,
} from './store/waits.store.js';

export interface EngineLoopParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  readonly engine: EmbeddedEngine;
}

// A second try after 5 s outlives a restart of the database; the model says how many there are.
const BACK_OFF_MILLISECONDS = 5_000;

/** Does due service tasks, fires due timers and lets signals be heard, for every Mandant. Several servers may run these loops at once. */
export function createEngineLoops(parts: EngineLoopParts): Lanes {
  return createLanes(parts.database, [
    (mandantId) => workNextJob(parts, mandantId),
    async (mandantId) => {
      const fired = await workNext(parts, mandantId, timers(parts.engine));
      return (await workNext(parts, mandantId, signals(parts.engine))) || fired;
    },
  ]);
}

async function workNextJob(parts: EngineLoopParts, mandantId: Id): Promise<boolean> {
  const context = { mandantId, actor: { kind: 'system', name: 'engine' } } as const;
  let taken: JobRow | null = null;
  let failure: string;
  try {
    const result = await parts.runner.transaction(context, async (tx) => {
      const job = await claimJob(tx, tx.clock.now());
      const instance = job && (await lockInstance(tx, job.instanceKey));
      taken = job;
      if (!job || !instance) return false;
      const command = await perform(tx, parts.engine, job, instance);
      if (isRejection(command)) return command;
      if (command === 'asked') return true;
      const outcome = await execute(tx, parts.engine.parts, instance, command);
      // What the worker wrote must not stay without the step that it belongs to.
      if (outcome !== 'done') throw new Error(`The job is ${outcome}`);
      return true;
    });
    if (!isRejection(result)) return result;
    failure = result.code;
  } catch (error) {
    if (!taken) throw error;
    failure = String(error);
  }
  const job = taken as JobRow | null;
  if (!job) return false;
  logger.warn({ instanceKey: job.instanceKey, type: job.type, error: failure }, 'job failed');
  await parts.runner
    .transaction(context, (tx) => failJob(tx, parts, job, failure))
    .catch((error: unknown) => postponeJob(parts, context, job, error));
  return true;
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

async function failJob(tx: Transaction, { engine }: EngineLoopParts, { key, instanceKey }: JobRow, message: string) {
  const instance = await lockInstance(tx, instanceKey);
  const job = instance && (await findJob(tx, key));
  if (!job) return {};
  tx.correlationId = instance.correlationId;
  await execute(tx, engine.parts, instance, {
    kind: 'failJob',
    elementKey: job.elementKey,
    jobKey: key,
    retries: job.retries - 1,
    backOffMs: BACK_OFF_MILLISECONDS,
    message: message.slice(0, 500),
  });
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

const timers = ({ parts }: EmbeddedEngine): ClaimedWork<TimerRow> => ({
  name: 'timer',
  claim: claimTimer,
  work: async (tx, timer) => {
    const instance = await lockInstance(tx, timer.instanceKey);
    if (!instance) return;
    tx.correlationId = instance.correlationId;
    await execute(tx, parts, instance, { kind: 'fireTimer', timer });
  },
  postpone: postponeTimer,
});

const signals = ({ parts }: EmbeddedEngine): ClaimedWork<Delivery> => ({
  name: 'signal',
  claim: claimDelivery,
  work: (tx, delivery) => hearSignal(tx, parts, delivery),
  postpone: postponeDelivery,
});
