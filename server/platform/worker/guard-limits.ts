/** What the guard thread enforces inside a worker process. */
export interface GuardLimits {
  /** Milliseconds for one piece of work. */
  readonly timeLimit: number;
  /** Bytes of resident memory of the whole process. */
  readonly memoryLimit: number;
}

/** What the guard writes to the error output before it ends the process, so that the server knows why. */
export const GUARD_WORDS = { time: 'guard: time', memory: 'guard: memory' } as const;
