import { logger } from '../../platform/logger.js';
import type { ActivatedJob } from './gateway.js';
import { isAway } from './link.js';
import { receiveJob, type Delivery } from './receive-job.js';
import { USER_TASK, type ZeebeParts } from './zeebe-parts.js';

export interface PollerOptions {
  /** How long a user task is lent: each further delivery says that it is still there. */
  readonly userTaskLeaseMilliseconds: number;
  /** How long the broker holds a poll that finds nothing. */
  readonly waitMilliseconds: number;
}

export const POLLER_DEFAULTS: PollerOptions = { userTaskLeaseMilliseconds: 600_000, waitMilliseconds: 30_000 };

// Done within seconds, or standing as an incident; then each delivery only says that it is still there.
const SERVICE_LEASE_MILLISECONDS = 60_000;
const JOBS_AT_ONCE = 32;
// A job that could not be kept, e.g. because the database is away, comes again after this.
const GIVE_BACK_MILLISECONDS = 5_000;
// Every job that is still there comes again after its lease. What has not come for this much longer is gone.
const STRANGER_MILLISECONDS = 300_000;

export interface Pollers {
  start(): void;
  /** Takes everything that can be had now. Returns how many jobs came. */
  drain(): Promise<number>;
  /** Jobs that came lately and could not be taken. */
  strangers(): Readonly<Record<Exclude<Delivery, 'kept'>, number>>;
  stop(): Promise<void>;
}

/** One poll at a time for each type of job that this server does. */
export function createPollers(parts: ZeebeParts, options: PollerOptions): Pollers {
  const { link, clock } = parts;
  let running: 'yes' | 'no' = 'no';
  const strangers = new Map<string, { readonly delivery: Exclude<Delivery, 'kept'>; readonly at: number }>();
  let loops: Promise<unknown> = Promise.resolve();
  const types = [USER_TASK, ...Object.keys(parts.workers)];

  const receive = async (job: ActivatedJob) => {
    try {
      const delivery = await receiveJob(parts, job);
      if (delivery === 'kept') return;
      strangers.set(job.key, { delivery, at: clock.now().getTime() });
      logger.warn({ instanceKey: job.instanceKey, elementId: job.elementId, delivery }, 'a job of nobody here');
    } catch (error) {
      logger.error({ instanceKey: job.instanceKey, type: job.type, error: String(error) }, 'job not kept');
      const back = { retries: job.retries, backOffMilliseconds: GIVE_BACK_MILLISECONDS, message: 'not kept' };
      // Where even this fails the job comes again after its lease.
      await link.ask((gateway) => gateway.failJob(job.key, back)).catch(() => undefined);
    }
  };
  const take = async (type: string, waitMilliseconds: number) => {
    const leaseMilliseconds = type === USER_TASK ? options.userTaskLeaseMilliseconds : SERVICE_LEASE_MILLISECONDS;
    const request = { type, leaseMilliseconds, most: JOBS_AT_ONCE, waitMilliseconds };
    const jobs = await link.ask((gateway) => gateway.activateJobs(request));
    for (const job of jobs) await receive(job);
    return jobs.length;
  };
  const loop = async (type: string) => {
    while (running === 'yes') {
      try {
        await link.ready();
        await take(type, options.waitMilliseconds);
      } catch (error) {
        // The link says so, and reconnects; a busy broker is left alone for a moment.
        if (!isAway(error)) {
          logger.warn({ type, error: String(error) }, 'poll failed');
          await new Promise((resolve) => setTimeout(resolve, 1_000));
        }
      }
    }
  };
  return {
    start: () => {
      running = 'yes';
      loops = Promise.all(types.map(loop));
    },
    drain: async () => {
      const counts = await Promise.all(types.map((type) => take(type, 0).catch(noneWhileAway)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    strangers: () => {
      const before = clock.now().getTime() - options.userTaskLeaseMilliseconds - STRANGER_MILLISECONDS;
      for (const [key, { at }] of strangers) if (at < before) strangers.delete(key);
      const all = [...strangers.values()];
      const count = (wanted: Delivery) => all.filter(({ delivery }) => delivery === wanted).length;
      return { foreign: count('foreign'), unmodelled: count('unmodelled') };
    },
    stop: async () => {
      running = 'no';
      await loops;
    },
  };
}

function noneWhileAway(error: unknown): number {
  if (isAway(error)) return 0;
  throw error;
}
