import type { Variables } from '../process-engine.js';

/**
 * Everything that Laufmappe asks of a Zeebe cluster. Another client library replaces `node-gateway.ts` and nothing else.
 * Keys are texts: they exceed Number. Every call ends: with its answer, or with a `GatewayFailure` after its time.
 */
export interface Gateway {
  /** Fails unless some broker leads a healthy partition. */
  requireLeader(): Promise<void>;
  /** Each process of the file; the same bytes under the same name keep their versions. */
  deploy(resource: { readonly name: string; readonly bytes: Buffer }): Promise<readonly DeployedProcess[]>;
  /** A file of decisions; the same bytes under the same name keep their version. */
  deployDecisions(resource: { readonly name: string; readonly bytes: Buffer }): Promise<void>;
  /** `exists`: the broker still keeps a message with this id. */
  publishMessage(message: OutgoingMessage): Promise<void>;
  /** Returns at once with `waitMilliseconds` 0, else when there is a job or the time is over. */
  activateJobs(request: JobRequest): Promise<readonly ActivatedJob[]>;
  completeJob(jobKey: string, variables: Variables): Promise<void>;
  throwError(jobKey: string, error: { code: string; message: string; variables: Variables }): Promise<void>;
  /** Gives a job back: it comes again after `backOffMilliseconds`. */
  failJob(jobKey: string, failure: { retries: number; backOffMilliseconds: number; message: string }): Promise<void>;
  /** With the value it has, this only asks whether the job is still there. */
  updateRetries(jobKey: string, retries: number): Promise<void>;
  /**
   * `local` writes into the element instance itself, otherwise each variable goes to the nearest scope that has it.
   * Without variables, this only asks whether the element instance is still there.
   */
  setVariables(elementInstanceKey: string, variables: Variables, scope: 'local' | 'nearest'): Promise<void>;
  cancelInstance(instanceKey: string): Promise<void>;
  close(): Promise<void>;
}

export interface DeployedProcess {
  readonly processId: string;
  readonly definitionKey: string;
  readonly version: number;
}

export interface OutgoingMessage {
  readonly name: string;
  readonly correlationKey: string;
  readonly messageId: string;
  readonly ttlMs: number;
  readonly variables: Variables;
}

export interface JobRequest {
  readonly type: string;
  readonly leaseMilliseconds: number;
  readonly most: number;
  readonly waitMilliseconds: number;
}

/** A job that the broker has lent to this server. */
export interface ActivatedJob {
  readonly key: string;
  readonly type: string;
  readonly instanceKey: string;
  readonly definitionKey: string;
  readonly elementId: string;
  readonly elementKey: string;
  readonly retries: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: Variables;
}

/**
 * Why the cluster did not do what it was asked.
 * - `gone`: there is no such job, instance or element
 * - `exists`: it was done before
 * - `refused`: it will never do this, and its text says why
 * - `busy`: it has too much to do; the same call may succeed in a moment
 * - `away`: no answer; whether it was done is not known
 */
export type FailureKind = 'gone' | 'exists' | 'refused' | 'busy' | 'away';

export class GatewayFailure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string) {
    super(message);
    // Stands in the outbox in front of the message; `hurryPostponed` reads it there.
    this.name = `Zeebe ${kind}`;
    this.kind = kind;
  }
}

export function isFailure(error: unknown, kind: FailureKind): error is GatewayFailure {
  return error instanceof GatewayFailure && error.kind === kind;
}
