import { backOff } from '../../platform/jobs/back-off.js';
import type { PerformNext } from '../../platform/jobs/lanes.js';
import { logger } from '../../platform/logger.js';
import type { EngineLoopParts } from './engine-loops.js';
import { executeTogether } from './execute.js';
import { claimTimers, type Claimed } from './store/claim.store.js';
import { postponeTimer, type TimerRow } from './store/waits.store.js';

// As with jobs: most of what a command costs is its transaction, and 32 share one.
const MOST_TOGETHER = 32;

/** Fires due timers, several in one transaction; where one cannot fire they are tried again one by one. */
export function createTimerLane({ runner, clock, engine }: EngineLoopParts): PerformNext {
  let most = MOST_TOGETHER;
  return async (mandantId) => {
    const context = { mandantId, actor: { kind: 'system', name: 'engine' } } as const;
    let taken: Claimed<TimerRow>[] = [];
    try {
      await runner.transaction(context, async (tx) => {
        taken = await claimTimers(tx, tx.clock.now(), most);
        const commands = taken.map(({ work: timer, ...claimed }) => ({
          ...claimed,
          command: { kind: 'fireTimer', timer } as const,
        }));
        return executeTogether(tx, engine.parts, commands);
      });
      most = Math.min(2 * most, MOST_TOGETHER);
      return taken.length > 0;
    } catch (error) {
      most = 1;
      const [first, another] = taken;
      if (!first) throw error;
      if (another) return true;
      const { work: timer } = first;
      logger.error({ instanceKey: timer.instanceKey, target: timer.targetId, error: String(error) }, 'timer failed');
      await runner.transaction(context, async (tx) => {
        await postponeTimer(tx, timer.key, backOff(clock.now(), timer.attempts));
        return {};
      });
      return true;
    }
  };
}
