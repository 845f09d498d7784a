/** Why a piece of work has no result. `time` and `memory`: the process was ended; `crash`: it ended by itself. */
export type WorkerFailureCause = 'time' | 'memory' | 'crash' | 'error' | 'unavailable';

export interface WorkerFailure {
  readonly kind: 'failed';
  readonly cause: WorkerFailureCause;
  /** For the log, never for users: it may quote hostile input. At most 500 characters. */
  readonly detail: string;
}

/** What a worker process answers. A crash of the worker is a value for the server, not an exception. */
export type WorkerAnswer<Value> = { readonly kind: 'done'; readonly value: Value } | WorkerFailure;

export function workerFailure(cause: WorkerFailureCause, detail: string): WorkerFailure {
  return { kind: 'failed', cause, detail: detail.slice(0, 500) };
}

/** Messages between the server and the worker process, in the order in which they travel. */
export interface WorkerReady {
  readonly kind: 'ready';
}
export interface WorkerRequest {
  readonly kind: 'run';
  readonly name: string;
  readonly input: unknown;
}
export type WorkerReply =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly cause: 'error' | 'unavailable'; readonly detail: string };
