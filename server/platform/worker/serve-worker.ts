import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { GuardLimits } from './guard-limits.js';
import type { WorkerReply, WorkerRequest } from './worker-answer.js';

export type WorkerHandler = (input: never) => Promise<unknown>;

/** Called by the entry module of a worker process: answers requests by name, one after the other, until it is ended. */
export async function serveWorker(handlers: Readonly<Record<string, WorkerHandler>>): Promise<void> {
  const busySince = await startGuard(JSON.parse(process.argv[2] ?? '{}') as GuardLimits);
  process.on('disconnect', () => process.exit(0));
  process.on('message', (request: WorkerRequest) => {
    busySince(Date.now());
    void answer(handlers, request).then((reply) => {
      busySince(0);
      process.send?.(reply);
    });
  });
  process.send?.({ kind: 'ready' });
}

async function answer(handlers: Readonly<Record<string, WorkerHandler>>, request: WorkerRequest): Promise<WorkerReply> {
  const handler = handlers[request.name];
  if (!handler) return { kind: 'failed', cause: 'error', detail: `unknown work ${request.name}` };
  try {
    return { kind: 'done', value: await handler(request.input as never) };
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'failed', cause: isMachineTrouble(error) ? 'unavailable' : 'error', detail };
  }
}

/** A full disk or too many open files say nothing about the input: the work is to be tried again, not given up. */
function isMachineTrouble(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  return ['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EIO', 'EROFS', 'EACCES', 'ENOENT'].includes(code);
}

/**
 * A thread beside the work that ends the process when a limit is passed, also while the work blocks its own thread
 * and also when the server has died meanwhile. It sees the memory of the whole process on every platform, without
 * reading /proc. @returns how the work tells it when it began (0: idle)
 */
async function startGuard(limits: GuardLimits): Promise<(instant: number) => void> {
  const shared = new SharedArrayBuffer(8);
  const since = new BigInt64Array(shared);
  const compiled = new URL('./worker-guard.js', import.meta.url);
  const module = existsSync(fileURLToPath(compiled)) ? compiled : new URL('./worker-guard.ts', import.meta.url);
  const guard = new Worker(module, { workerData: { shared, limits } });
  await new Promise((resolve, reject) => guard.once('message', resolve).once('error', reject));
  guard.unref();
  return (instant) => Atomics.store(since, 0, BigInt(instant));
}
