import { workerFailure, type WorkerAnswer } from './worker-answer.js';
import { startWorkerProcess, type WorkerLimits, type WorkerProcess } from './worker-process.js';

export interface WorkerPoolOptions extends WorkerLimits {
  /** Module that calls `serveWorker`, as `new URL('./x.js', import.meta.url)`. */
  readonly entry: URL;
  /** Processes kept warm; each does one piece of work at a time. */
  readonly size: number;
}

export interface WorkerPool {
  /**
   * Runs one named piece of work in a process of its own. Input and value are copied (structured clone).
   * @returns the value, or why there is none; the pool has healed by the next call
   */
  run<Value>(name: string, input: unknown): Promise<WorkerAnswer<Value>>;
  /** Ends every process; work in progress is answered with `unavailable`. */
  close(): Promise<void>;
}

/**
 * Pieces of work after which a process is replaced, so that a slow leak in a parser never adds up; a fast one meets the limit of
 * the memory. A start costs 0.3 s, in which an import of small letters waits: at 500 that is 0.6 ms for each of them.
 */
const WORK_PER_PROCESS = 5_000;

interface Waiting {
  start(worker: WorkerProcess): void;
  giveUp(): void;
}

/** A few warm processes for work on hostile bytes: a fresh start costs 0.3 s, a warm one nothing. */
export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const idle: WorkerProcess[] = [];
  const all = new Set<WorkerProcess>();
  const waiting: Waiting[] = [];
  let closed = false;

  const addWorker = () => {
    const worker = startWorkerProcess(options.entry, options);
    all.add(worker);
    idle.push(worker);
  };
  const retire = (worker: WorkerProcess) => {
    all.delete(worker);
    return worker.end();
  };
  const release = (worker: WorkerProcess) => {
    if (closed) return;
    if (worker.alive() && worker.workDone() < WORK_PER_PROCESS) idle.push(worker);
    else void retire(worker);
    serve();
  };
  const serve = () => {
    while (waiting.length > 0) {
      // A process may have died while it was idle (killed from outside): it never counts as a place.
      for (const worker of idle.splice(0))
        if (worker.alive()) idle.push(worker);
        else all.delete(worker);
      if (idle.length === 0 && all.size < options.size) addWorker();
      const worker = idle.pop();
      if (!worker) return;
      waiting.shift()?.start(worker);
    }
  };

  for (let count = 0; count < options.size; count += 1) addWorker();

  return {
    run: <Value>(name: string, input: unknown) =>
      new Promise<WorkerAnswer<Value>>((resolve) => {
        const unavailable = () => resolve(workerFailure('unavailable', 'the worker pool is closed'));
        if (closed) return unavailable();
        waiting.push({
          start: (worker) => {
            void worker.run<Value>(name, input).then((answer) => {
              release(worker);
              resolve(answer);
            });
          },
          giveUp: unavailable,
        });
        serve();
      }),
    close: async () => {
      closed = true;
      for (const item of waiting.splice(0)) item.giveUp();
      await Promise.all([...all].map(retire));
    },
  };
}
