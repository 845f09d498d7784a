import type { Sentence } from '../../contract/rejections.js';
import type { Json, JsonObject } from './json.js';
import type { Cycle } from './timers/timers.js';

/** Key of an instance, element instance, job, timer or incident: an int8 as text, growing with time. */
export type Key = string;

/** A process instance: the tree of its element instances, flat. Plain JSON, so that it can lie in one column. */
export interface State {
  status: 'active' | 'completed' | 'terminated';
  rootKey: Key;
  instances: Record<Key, ElementInstance>;
  /** The call activity that waits for this process; absent where nobody called it. */
  parent?: Parent;
  /** Finished activities that can still be compensated, the oldest first. */
  compensations?: Compensation[];
}

/** A call activity in another process instance. */
export interface Parent {
  readonly instanceKey: Key;
  readonly elementKey: Key;
}

/** An activity that was completed and has somebody who would undo it: a handler, or handlers inside it. */
export interface Compensation {
  /** The completed element instance. What was compensable inside it names it as its scope. */
  readonly elementKey: Key;
  readonly elementId: string;
  readonly scopeKey: Key;
  /** Whether its own handler is to be called. The frame of a loop calls it once; its runs only hold what is inside them. */
  readonly calls: 'handler' | 'inner only';
  /** The throw event that asked for it; absent until then. */
  thrownBy?: Key;
  /** The running handler. */
  handlerKey?: Key;
}

/** One token at one element. Two tokens in one activity are two element instances. */
export interface ElementInstance {
  readonly key: Key;
  readonly elementId: string;
  readonly parent: Key | null;
  /** `body` is the frame around the runs of a multi-instance activity. */
  readonly role: 'element' | 'body';
  /**
   * What a resolved incident repeats: going in or going out. `opening`: a modification made the scope for what is in it,
   * and only what it listens for is still missing.
   */
  phase: 'opening' | 'entering' | 'active' | 'leaving';
  variables: Record<string, Json>;
  /** Variables of the job or event that ended it, on their way to the scopes above. */
  result?: JsonObject;
  job?: JobMark;
  incident?: { readonly key: Key; readonly type: IncidentType };
  /** Tokens that wait at the parallel gateways of this scope: gateway → sequence flow → how many. */
  arrived?: Record<string, Record<string, number>>;
  loop?: Loop;
  /** A call activity whose process has been asked for. */
  call?: 'running';
  /** Signals that it waits for besides its own work: event → name of the signal. */
  hears?: Record<string, string>;
  /** Execution listeners that have done their work in this phase. */
  listened?: number;
}

export interface JobMark {
  readonly key: Key;
  readonly retries: number;
  /** The job belongs to the execution listener whose turn it is, not to the element. */
  readonly purpose?: 'listener';
}

export interface Loop {
  /** How many entries the collection had when the loop began. */
  readonly total: number;
  started: number;
  completed: number;
  /** Runs that a modification has ended. */
  terminated?: number;
}

export type IncidentType =
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'UNHANDLED_ERROR_EVENT'
  | 'CALLED_ELEMENT_ERROR'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  /** Ours: more steps in one command than any sensible model takes. Zeebe would turn for ever. */
  | 'LOOP_LIMIT';

export interface CreatedJob {
  readonly key: Key;
  readonly elementKey: Key;
  readonly elementId: string;
  readonly kind: 'service' | 'user';
  readonly type: string;
  readonly retries: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly assignment: Assignment | null;
}

/** Who may do a user task, and until when. */
export interface Assignment {
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly dueDate: string | null;
  readonly followUpDate: string | null;
}

/** What a store has to do after a command, in this order. `elementKey` owns everything that waits for it. */
export type Effect =
  | { readonly kind: 'elementEntered'; readonly key: Key; readonly elementId: string }
  /** Everything that the element owned (jobs, timers, subscriptions, incidents) ends with it. */
  | { readonly kind: 'elementEnded'; readonly key: Key; readonly elementId: string; readonly outcome: Outcome }
  | { readonly kind: 'jobCreated'; readonly job: CreatedJob }
  | { readonly kind: 'jobUpdated'; readonly key: Key; readonly retries: number; readonly backOffUntil: Date | null }
  | { readonly kind: 'jobClosed'; readonly key: Key }
  | { readonly kind: 'timerOpened'; readonly timer: OpenTimer }
  | { readonly kind: 'timerClosed'; readonly key: Key }
  | { readonly kind: 'messageAwaited'; readonly subscription: Subscription }
  | { readonly kind: 'signalAwaited'; readonly subscription: SignalSubscription }
  /** Everybody who waits for the signal hears it, and every process that it starts. */
  | { readonly kind: 'signalBroadcast'; readonly name: string; readonly variables: JsonObject }
  /** Timers and subscriptions of the element end; the element itself goes on. */
  | { readonly kind: 'waitsClosed'; readonly elementKey: Key }
  /** A call activity asks for a process: the version pinned when this model was deployed, else the newest. */
  | {
      readonly kind: 'childCalled';
      readonly elementKey: Key;
      readonly elementId: string;
      readonly processId: string;
      readonly variables: JsonObject;
    }
  /** The call activity has ended before its process: that ends, too. */
  | { readonly kind: 'childCancelled'; readonly elementKey: Key }
  /** The process that called this one catches the error, and will end this one. */
  | { readonly kind: 'errorPropagated'; readonly code: string; readonly variables: JsonObject }
  | { readonly kind: 'escalationPropagated'; readonly code: string; readonly variables: JsonObject }
  /** A migration gave the element instance, and what it owns, another element id. */
  | { readonly kind: 'elementMigrated'; readonly key: Key; readonly elementId: string }
  /** Timers and subscriptions of the element for one event now wait for another; null: they end. */
  | { readonly kind: 'waitMoved'; readonly elementKey: Key; readonly from: string; readonly to: string | null }
  | { readonly kind: 'incidentRaised'; readonly incident: RaisedIncident }
  | { readonly kind: 'incidentClosed'; readonly key: Key }
  | { readonly kind: 'instanceEnded'; readonly outcome: Outcome; readonly variables: JsonObject };

export type Outcome = 'completed' | 'terminated';

export interface OpenTimer {
  readonly key: Key;
  readonly elementKey: Key;
  /** The event that fires: the boundary event, the start of the event sub-process, or the element itself. */
  readonly targetId: string;
  readonly due: Date;
  readonly cycle: Cycle | null;
}

export interface Subscription {
  readonly key: Key;
  readonly elementKey: Key;
  readonly targetId: string;
  readonly messageName: string;
  readonly correlationKey: string;
}

export interface SignalSubscription {
  readonly key: Key;
  readonly elementKey: Key;
  readonly targetId: string;
  readonly signalName: string;
}

export interface RaisedIncident {
  readonly key: Key;
  readonly elementKey: Key;
  readonly elementId: string;
  readonly type: IncidentType;
  readonly message: Sentence;
  readonly jobKey: Key | null;
}

/** What can happen to an instance from outside. */
export type Command =
  | {
      readonly kind: 'start';
      readonly startId: string | null;
      readonly variables: JsonObject;
      /** The call activity that asked for this process. */
      readonly parent?: Parent;
    }
  | { readonly kind: 'completeJob'; readonly elementKey: Key; readonly jobKey: Key; readonly variables: JsonObject }
  | {
      readonly kind: 'failJob';
      readonly elementKey: Key;
      readonly jobKey: Key;
      readonly retries: number;
      readonly backOffMs: number;
      readonly message: string;
    }
  | {
      readonly kind: 'throwError';
      readonly elementKey: Key;
      readonly jobKey: Key;
      readonly code: string;
      readonly message: string;
      readonly variables: JsonObject;
    }
  | { readonly kind: 'fireTimer'; readonly timer: OpenTimer }
  | { readonly kind: 'correlate'; readonly elementKey: Key; readonly targetId: string; readonly variables: JsonObject }
  | { readonly kind: 'resolveIncident'; readonly elementKey: Key; readonly incidentKey: Key; readonly retries: number }
  | { readonly kind: 'setVariables'; readonly scopeKey: Key; readonly variables: JsonObject; readonly local: boolean }
  /** The process of a call activity has ended with these variables. */
  | { readonly kind: 'childEnded'; readonly elementKey: Key; readonly variables: JsonObject }
  /** It has thrown an error that nobody in it catches. */
  | { readonly kind: 'childFailed'; readonly elementKey: Key; readonly code: string; readonly variables: JsonObject }
  | { readonly kind: 'childEscalated'; readonly elementKey: Key; readonly code: string; readonly variables: JsonObject }
  | Modification
  | { readonly kind: 'cancel' };

/** Moves tokens by hand. What stands against it is said by `modificationFindings`; applied anyway it is a bug. */
export interface Modification {
  readonly kind: 'modify';
  /** Element instances that end with everything in them, and with the scopes that are empty then. */
  readonly terminate: readonly Key[];
  readonly activate: readonly Activation[];
}

export interface Activation {
  readonly elementId: string;
  /** The element instance in which it is put, with new scopes in between; null: the scope that is active, else a new one. */
  readonly ancestorKey: Key | null;
  /** Written before it is entered: into the process (null), the element itself or a scope around it. */
  readonly variables: readonly { readonly scopeId: string | null; readonly variables: JsonObject }[];
}
