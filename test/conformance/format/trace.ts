import type { Json, JsonObject } from '../../../server/workflow/embedded/json.js';

/** What can be seen of a case from outside, without keys and times. Equal on both engines. */
export interface Trace {
  /** Element ids that the refusal of the deployment names; absent where it was accepted. */
  readonly refused?: readonly string[];
  /** By process id, in the order of their start. */
  readonly instances: readonly InstanceTrace[];
  /** Commands that were not simply done: `complete a: gone`. */
  readonly answers: readonly string[];
  /** Expectations of the script that were not met. Empty, unless the case or the engine is wrong. */
  readonly unmet: readonly string[];
}

export interface InstanceTrace {
  readonly process: string;
  /** `> a` entered, `< a` left, `x a` ended from outside; in order. */
  readonly path: readonly string[];
  readonly jobs: readonly JobTrace[];
  /** `CONDITION_ERROR which`. */
  readonly incidents: readonly string[];
  readonly end: 'completed' | 'terminated' | 'running';
  /** Of the process itself, at the end. */
  readonly variables: JsonObject;
}

export interface JobTrace {
  readonly at: string;
  readonly type: string;
  readonly retries: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly assignment?: Readonly<Record<string, Json>>;
  /** What its worker sees, once the command that made it has settled; absent where it is gone by then. */
  readonly variables?: JsonObject;
}

/** The same value with the names of objects in order, so that equal traces are equal text. */
export function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}

export function sortedObject(value: JsonObject): JsonObject {
  return sorted(value) as JsonObject;
}
