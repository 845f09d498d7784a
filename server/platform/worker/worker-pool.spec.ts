import { createWorkerPool, type WorkerPool } from './worker-pool.js';

const entry = new URL('./spec-worker.js', import.meta.url);
const limits = { timeLimit: 8_000, memoryLimitMegabytes: 400 };

describe('createWorkerPool', () => {
  let pool: WorkerPool;
  beforeEach(() => {
    pool = createWorkerPool({ entry, size: 1, ...limits });
  });
  afterEach(() => pool.close());

  it('answers work that runs too long with the cause time and heals', async () => {
    const impatient = createWorkerPool({ entry, size: 1, ...limits, timeLimit: 300 });
    try {
      expect(await impatient.run('spin', null)).toMatchObject({ kind: 'failed', cause: 'time' });
      expect(await impatient.run('echo', 'after')).toEqual({ kind: 'done', value: 'after' });
    } finally {
      await impatient.close();
    }
  });

  it('answers work that fills the heap with the cause memory and heals', async () => {
    expect(await pool.run('fillHeap', null)).toMatchObject({ kind: 'failed', cause: 'memory' });
    expect(await pool.run('echo', 'after')).toEqual({ kind: 'done', value: 'after' });
  });

  it('answers work that fills memory outside the heap with the cause memory', async () => {
    expect(await pool.run('fillBuffers', null)).toMatchObject({ kind: 'failed', cause: 'memory' });
  });

  it('answers a process that ends in the middle with the cause crash and heals', async () => {
    expect(await pool.run('abort', null)).toMatchObject({ kind: 'failed', cause: 'crash' });
    expect(await pool.run('exit', null)).toMatchObject({ kind: 'failed', cause: 'crash' });
    expect(await pool.run('echo', 'after')).toEqual({ kind: 'done', value: 'after' });
  });

  it('answers an exception with the cause error and keeps the process', async () => {
    const before = await pool.run<number>('processId', null);
    expect(await pool.run('throwError', null)).toMatchObject({ kind: 'failed', cause: 'error' });
    expect(await pool.run('processId', null)).toEqual(before);
  });

  it('answers an unknown name with the cause error', async () => {
    expect(await pool.run('nothing', null)).toMatchObject({ kind: 'failed', cause: 'error' });
  });

  it('answers with unavailable when the entry module does not load', async () => {
    const broken = createWorkerPool({ entry: new URL('./missing.js', import.meta.url), size: 1, ...limits });
    try {
      expect(await broken.run('echo', 1)).toMatchObject({ kind: 'failed', cause: 'unavailable' });
    } finally {
      await broken.close();
    }
  });

  it('answers with unavailable after it was closed', async () => {
    await pool.close();
    expect(await pool.run('echo', 1)).toMatchObject({ kind: 'failed', cause: 'unavailable' });
  });

  it('gives the process no environment of the server', async () => {
    const answer = await pool.run<string[]>('environment', null);
    expect(answer).toEqual({ kind: 'done', value: [] });
  });

  it('copies bytes there and back', async () => {
    const bytes = new Uint8Array([0, 1, 254, 255]);
    expect(await pool.run('echo', { bytes })).toEqual({ kind: 'done', value: { bytes } });
  });

  it('answers many requests in their own order, also more than there are processes', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map((value) => pool.run('echo', value)));
    expect(answers).toEqual([1, 2, 3, 4, 5].map((value) => ({ kind: 'done', value })));
  });

  it('replaces a process that was killed from outside while it was idle', async () => {
    const before = await pool.run<number>('processId', null);
    if (before.kind !== 'done') throw new Error(before.detail);
    process.kill(before.value, 'SIGKILL');
    await gone(before.value);
    expect(await pool.run('echo', 'after')).toEqual({ kind: 'done', value: 'after' });
  });
});

async function gone(processId: number): Promise<void> {
  for (;;) {
    try {
      process.kill(processId, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
