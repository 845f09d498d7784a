import type { ActRunner } from '../../platform/act-runner.js';
import type { Clock } from '../../platform/clock.js';
import { createLanes, type Lanes, type PerformNext } from '../../platform/jobs/lanes.js';
import type { Database } from '../../platform/postgres/database.js';
import { workNext, type ClaimedWork } from './claimed-work.js';
import type { EmbeddedEngine } from './embedded-engine.js';
import { createTimerLane } from './fire-timers.js';
import { fireStartTimer } from './fire-start-timer.js';
import { hearSignal } from './hear-signal.js';
import { claimDelivery, postponeDelivery, type Delivery } from './store/signal.store.js';
import { claimStartTimer, postponeStartTimer, type StartTimerRow } from './store/start-timer.store.js';
import { createJobLane } from './work-jobs.js';

export interface EngineLoopParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  readonly engine: EmbeddedEngine;
}

/**
 * Does due service tasks, fires due timers, lets signals be heard and starts processes by time, for every Mandant. Several
 * servers may run these loops at once.
 */
export function createEngineLoops(parts: EngineLoopParts): Lanes {
  return createLanes(parts.database, [
    // Two: while PostgreSQL writes down the work of one, the other does the next.
    createJobLane(parts),
    createJobLane(parts),
    createEventLane(parts),
  ]);
}

/** What happens by itself: timers that fire, signals that are heard, processes that time starts. */
export function createEventLane(parts: EngineLoopParts): PerformNext {
  const fireTimers = createTimerLane(parts);
  return async (mandantId) => {
    const fired = await fireTimers(mandantId);
    const heard = await workNext(parts, mandantId, signals(parts.engine));
    const here = parts.engine.parts.starts === 'here';
    const started = here && (await workNext(parts, mandantId, startTimers(parts.engine)));
    return fired || heard || started;
  };
}

const startTimers = ({ parts }: EmbeddedEngine): ClaimedWork<StartTimerRow> => ({
  name: 'start timer',
  claim: claimStartTimer,
  work: (tx, timer) => fireStartTimer(tx, parts, timer),
  postpone: postponeStartTimer,
});

const signals = ({ parts }: EmbeddedEngine): ClaimedWork<Delivery> => ({
  name: 'signal',
  claim: claimDelivery,
  work: (tx, delivery) => hearSignal(tx, parts, delivery),
  postpone: postponeDelivery,
});
