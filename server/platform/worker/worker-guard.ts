import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { GUARD_WORDS, type GuardLimits } from './guard-limits.js';

const { shared, limits } = workerData as { shared: SharedArrayBuffer; limits: GuardLimits };
const busySince = new BigInt64Array(shared);

// Every 25 ms: a decompression bomb grows by about 1 GB per second, so it passes the limit by some 25 MB at most.
setInterval(() => {
  const since = Number(Atomics.load(busySince, 0));
  if (since > 0 && Date.now() - since > limits.timeLimit) endProcess('time');
  if (process.memoryUsage.rss() > limits.memoryLimit) endProcess('memory');
}, 25);

parentPort?.postMessage('watching');

function endProcess(cause: keyof typeof GUARD_WORDS): void {
  writeSync(2, `${GUARD_WORDS[cause]}\n`);
  process.kill(process.pid, 'SIGKILL');
}
