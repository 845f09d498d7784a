import type { Sentence } from '../../../contract/rejections.js';
import type { Json, JsonObject } from '../json.js';
import type { Model } from '../model.js';
import type { Key, State } from '../state.js';

/** What the core is told about the world around one process instance. The same answers give the same result. */
export interface Surroundings {
  readonly now: Date;
  /** A new key, greater than every earlier one. */
  readonly nextKey: () => Key;
  /** Whether a call activity could start a process now; without it none is deployed. */
  readonly callable?: (processId: string) => Callable;
  /** Evaluates a decision; without it none is deployed. */
  readonly decide?: (decisionId: string, variables: JsonObject) => Decided;
  /** Who waits for this process, the nearest first. Whether an error is caught at all is known only with them. */
  readonly callers?: readonly Caller[];
}

/** `too deep`: processes call each other without end. */
export type Callable = 'startable' | 'not deployed' | 'no start' | 'too deep';

export type Decided =
  | { readonly kind: 'decided'; readonly value: Json }
  | { readonly kind: 'not deployed' }
  | { readonly kind: 'failed'; readonly problem: Sentence };

/** A process instance and the call activity at which it waits. */
export interface Caller {
  readonly model: Model;
  readonly state: State;
  readonly elementKey: Key;
}
