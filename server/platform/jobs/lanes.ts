import type { Id } from '../../contract/views.js';
import { logger } from '../logger.js';
import type { Database } from '../postgres/database.js';
import { listRunningMandanten } from '../postgres/mandanten.js';

/** Loops that look for work of every Mandant, one piece after the other. */
export interface Lanes {
  start(): void;
  /** Says that something may be due now; called right after a commit. */
  wake(): void;
  /** Works until nothing is due; for tests and for a clean end. Returns how many pieces were done. */
  drain(): Promise<number>;
  /** Stops taking new work and waits for the running one. */
  stop(): Promise<void>;
}

/** Takes and performs the next due piece of one Mandant. Returns false when there is none. */
export type PerformNext = (mandantId: Id) => Promise<boolean>;

// Woken in-process after each commit; the poll finds what another process left and what time has made due.
const POLL_MILLISECONDS = 1_000;

/** One loop per entry of `lanes`: slow work in one of them never delays the others. */
export function createLanes(database: Database, lanes: readonly PerformNext[]): Lanes {
  const all = lanes.map((performNext) => createLane(database, performNext));
  return {
    start: () => all.forEach((lane) => lane.start()),
    wake: () => all.forEach((lane) => lane.wake()),
    drain: async () => {
      let total = 0;
      for (let done = -1; done !== 0; total += done) {
        done = 0;
        for (const lane of all) done += await lane.drain();
      }
      return total;
    },
    stop: async () => {
      await Promise.all(all.map((lane) => lane.stop()));
    },
  };
}

function createLane(database: Database, performNext: PerformNext): Lanes {
  let running = false;
  let woken = false;
  let loop: Promise<void> = Promise.resolve();
  let endSleep = () => {};

  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MILLISECONDS);
      endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const drain = async (goOn: () => boolean) => {
    let total = 0;
    const failures: unknown[] = [];
    // One piece per Mandant and round, so that nobody's backlog makes others wait, and nobody's trouble either.
    for (let busy = await listRunningMandanten(database); busy.length > 0 && goOn();) {
      const worked: typeof busy = [];
      for (const mandant of busy) {
        const outcome = await performNext(mandant).catch((error: unknown) => void failures.push(error));
        if (outcome) worked.push(mandant);
      }
      total += worked.length;
      busy = worked;
    }
    if (failures.length > 0) throw failures[0];
    return total;
  };

  return {
    drain: () => drain(() => true),
    start: () => {
      running = true;
      loop = (async () => {
        while (running) {
          woken = false;
          try {
            await drain(() => running);
          } catch (error) {
            // Reaching the database failed, or a piece of work could not even be put off: the next poll tries again.
            logger.error({ error: String(error) }, 'lane');
          }
          if (running && !woken) await sleep();
        }
      })();
    },
    wake: () => {
      woken = true;
      endSleep();
    },
    stop: async () => {
      running = false;
      endSleep();
      await loop;
    },
  };
}
