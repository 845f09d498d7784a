import { serveWorker } from './serve-worker.js';

/** Entry of the worker that the tests of the pool use: every way in which work can go wrong. */
await serveWorker({
  echo: async (input: unknown) => input,
  processId: async () => process.pid,
  // NODE_CHANNEL_* is how fork tells the child its channel; Node removes it before this line runs.
  environment: async () => Object.keys(process.env),
  spin: async () => {
    for (;;);
  },
  fillHeap: async () => {
    const held: unknown[] = [];
    for (;;) held.push({ text: String(held.length).repeat(50) });
  },
  fillBuffers: async () => {
    const held: Buffer[] = [];
    for (;;) held.push(Buffer.alloc(20_000_000, held.length + 1));
  },
  abort: async () => process.abort(),
  exit: async () => process.exit(3),
  throwError: async () => {
    throw new Error('as a parser would');
  },
});
