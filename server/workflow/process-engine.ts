import type { Finding } from '../contract/finding.js';
import type { Rejection, Sentence } from '../contract/rejections.js';
import type { Transaction } from '../platform/transaction.js';

/** Variables of a process: plain JSON. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * The port to whatever runs the processes. Its calls belong to the transaction of the caller: an outbox handler or an
 * act. The embedded engine works in it; an engine outside only writes down there what it has to do.
 */
export interface ProcessEngine {
  /** Puts each process of a file into force as its newest version; the same bytes as the newest keep their version. */
  deploy(tx: Transaction, resource: { xml: string }): Promise<Deployment | Rejection>;
  /** Puts decisions into force as the newest versions; the same bytes as the newest keep them. */
  deployDecisions(tx: Transaction, resource: { xml: string }): Promise<DecisionDeployment | Rejection>;
  /** A message correlates to at most one instance per process, now or, while it lives, later. */
  publish(tx: Transaction, message: Message): Promise<'accepted' | 'duplicate'>;
  /** Everybody who waits for the signal now hears it, and every process that it starts begins; it is not kept. */
  broadcastSignal(tx: Transaction, signal: { name: string; variables: Variables }): Promise<void>;
  completeTask(tx: Transaction, task: { jobKey: string; variables: Variables }): Promise<'done' | 'gone' | 'blocked'>;
  /** Lets a token try again what it could not do. If it fails again, there is a new incident. */
  resolveIncident(tx: Transaction, incident: { incidentKey: string }): Promise<'done' | 'gone'>;
}

/** What people who operate processes do with single instances, and what tests and tools need beside it. */
export interface InstanceOperations {
  /** Starts a process by its start event without a trigger; the newest version where none is named. */
  start(tx: Transaction, start: NewInstance): Promise<{ readonly instanceKey: string } | Rejection>;
  /** Ends an instance with everything in it. An instance that another one called ends only with that. */
  cancel(tx: Transaction, instance: { instanceKey: string }): Promise<'done' | 'gone' | Rejection>;
  /** Ends element instances and puts tokens on elements; all of it or, with every reason, nothing. */
  modify(tx: Transaction, modification: TokenMove): Promise<'done' | 'gone' | Rejection>;
  /** Moves an instance to another version of its process; `check` finds out whether it could and changes nothing. */
  migrate(
    tx: Transaction,
    migration: Migration,
  ): Promise<{ readonly warnings: readonly Finding[] } | 'gone' | Rejection>;
  /** `local` writes into the scope itself, otherwise each variable goes to the nearest scope that has it. */
  setVariables(
    tx: Transaction,
    change: { instanceKey: string; scopeKey: string; variables: Variables; local: boolean },
  ): Promise<'done' | 'gone'>;
  /** Makes a decision of now on given variables, without a process; nothing is kept. */
  evaluateDecision(
    tx: Transaction,
    question: { decisionId: string; variables: Variables },
  ): Promise<DecisionOutcome | Rejection>;
  /** Says that a job was tried in vain; with no retry left there is an incident. */
  failJob(
    tx: Transaction,
    failure: { jobKey: string; retries: number; backOffMs: number; message: string },
  ): Promise<'done' | 'gone' | 'blocked'>;
  throwError(
    tx: Transaction,
    error: { jobKey: string; code: string; message: string; variables: Variables },
  ): Promise<'done' | 'gone' | 'blocked'>;
}

export interface NewInstance {
  readonly processId: string;
  readonly version?: number | undefined;
  /** The Vorgang that it works on. */
  readonly businessKey: string | null;
  readonly variables: Variables;
}

export interface TokenMove {
  readonly instanceKey: string;
  /** Keys of element instances. */
  readonly terminate: readonly string[];
  readonly activate: readonly { readonly elementId: string; readonly variables: Variables }[];
}

export interface Migration {
  readonly instanceKey: string;
  readonly version: number;
  /** Old element id → new one; elements that keep their id need no entry. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly effect: 'check' | 'migrate';
}

export interface Deployment {
  /** In the order of the file; at least one. */
  readonly processes: readonly { readonly processId: string; readonly version: number }[];
  readonly warnings: readonly Finding[];
}

export interface DecisionDeployment {
  /** Id of the definitions in the file. */
  readonly modelId: string;
  readonly decisions: readonly { readonly decisionId: string; readonly version: number }[];
  readonly warnings: readonly Finding[];
}

/** What a decision gave and how it was made, required decisions first. */
export interface DecisionOutcome {
  readonly value: unknown;
  /** Not empty: nothing was decided. */
  readonly failures: readonly (Sentence & { readonly at: string; readonly decision: string })[];
  readonly decisions: readonly {
    readonly decisionId: string;
    readonly name: string;
    readonly value: unknown;
    /** Decision tables in it: what they were asked, and ids of the rules that matched. */
    readonly tables: readonly {
      readonly inputs: readonly { readonly label: string; readonly value: unknown }[];
      readonly rules: readonly string[];
    }[];
  }[];
}

export interface Message {
  readonly name: string;
  readonly correlationKey: string;
  /** Dedupes among the living messages of the same name and key. */
  readonly messageId: string;
  /** The only instance that it is meant for; absent: whoever waits, or starts by it. */
  readonly instanceKey?: string | undefined;
  /** Time to live in milliseconds; 0 means now or never. */
  readonly ttlMs: number;
  readonly variables: Variables;
}

/** A piece of work for a program: a service task that a token waits at. */
export interface Job {
  readonly key: string;
  readonly type: string;
  readonly instanceKey: string;
  readonly elementId: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Everything visible at the task. */
  readonly variables: Variables;
}

/**
 * Does one job in the transaction that also completes it: what it writes and the step of the process commit together.
 * Effects outside the database are never its own: it returns them as `outside`.
 * A BPMN error takes its way through the model. A Rejection or an exception rolls back and costs one retry; after the
 * last one there is an incident.
 */
export type JobWorker = (tx: Transaction, job: Job) => Promise<JobResult | Rejection>;
export type JobWorkers = Readonly<Record<string, JobWorker>>;

export type JobResult = JobAnswer | { readonly outside: OutsideWork };

/** How a job ends. */
export type JobAnswer =
  | { readonly variables: Variables }
  | { readonly bpmnError: { readonly code: string; readonly message: string; readonly variables?: Variables } };

/**
 * Work outside the database: a mail, a question to another system. The engine enqueues it and lets the job wait; the
 * handler of the topic does it after the commit and says how it went (`ask-outside.ts`). So the fatal order, done outside
 * and then rolled back here, cannot be written, and no instance is locked while somebody else takes their time.
 */
export interface OutsideWork {
  /** Of the outbox. */
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A user task that a token has reached. */
export interface CreatedTask {
  readonly jobKey: string;
  readonly instanceKey: string;
  readonly elementId: string;
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly dueDate: string | null;
  readonly form: Record<string, unknown> | null;
  readonly variables: Variables;
}

/** Told by the engine, in its transaction, what people have to know. The inbox reads only what this writes. */
export interface Projector {
  taskCreated(tx: Transaction, task: CreatedTask): Promise<void>;
  /** The task is over: completed, or taken back with its step. */
  taskGone(tx: Transaction, task: { jobKey: string }): Promise<void>;
  instanceEnded(tx: Transaction, instance: { instanceKey: string; businessKey: string | null }): Promise<void>;
  incidentRaised(
    tx: Transaction,
    incident: { instanceKey: string; processId: string; elementId: string; type: string },
  ): Promise<void>;
}
