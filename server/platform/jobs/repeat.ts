import { logger } from '../logger.js';

export interface Repeating {
  /** Waits for a running round and makes no further one. */
  stop(): Promise<void>;
}

/** Does `work` every `milliseconds` after the last round ended, starting now; a failed round is logged and repeated. */
export function repeat(name: string, milliseconds: number, work: () => Promise<unknown>): Repeating {
  let stopped = false;
  let endSleep = () => {};
  const loop = (async () => {
    while (!stopped) {
      try {
        await work();
      } catch (error) {
        logger.error({ loop: name, error: String(error) }, 'round failed');
      }
      if (!stopped) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          endSleep = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  })();
  return {
    stop: () => {
      stopped = true;
      endSleep();
      return loop;
    },
  };
}
