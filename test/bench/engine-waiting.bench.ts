import type { WaitingMeasured } from './engine/waiting.js';
import { rounded, type Figure } from './figure.js';
import { measureInChild } from './in-child.js';

const TIMERS = 10_000;
const MEGABYTE = 1024 ** 2;

/** What it costs to wait: bytes on the disk, memory of the server, and the moment when all timers are due at once. */
export async function benchWaiting(waiting: number): Promise<Figure[]> {
  const { bytesEach, rss, sweepSeconds } = await measureInChild<WaitingMeasured>('engine/waiting.ts', {
    waiting,
    timers: TIMERS,
  });
  return [
    {
      id: 'engine.bytes-per-waiting-instance',
      value: Math.round(bytesEach),
      unit: 'bytes: rows, indexes, history and log',
      ratio: rounded(bytesEach / 2_000),
      against: `the 2 kB that are allowed; the process grew by ${rounded(rss / MEGABYTE)} MB over ${waiting} instances`,
      n: waiting,
    },
    {
      id: 'engine.timer-sweep-10k-s',
      value: rounded(sweepSeconds),
      unit: 's until 10,000 timers that are due at once have fired',
      ratio: rounded(sweepSeconds / 60),
      against: `the 60 s that are allowed; ${waiting} others wait meanwhile`,
      n: TIMERS,
    },
  ];
}
