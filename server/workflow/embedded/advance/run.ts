import type { Sentence } from '../../../contract/rejections.js';
import { elementOf, type Element, type Model } from '../model.js';
import type { Effect, ElementInstance, IncidentType, Key, State } from '../state.js';

/** One command on its way: the working copy of the state, what the store will have to do, and the steps still to take. */
export interface Run {
  readonly model: Model;
  readonly state: State;
  readonly effects: Effect[];
  readonly agenda: Step[];
  readonly now: Date;
  readonly nextKey: () => Key;
}

/** The next thing one token does. The agenda is first in, first out, like the log of the reference engine. */
export interface Step {
  readonly kind: 'enter' | 'leave';
  readonly key: Key;
}

/**
 * A token cannot go on until somebody helps. Thrown by a step, which then has had no effect, and turned into an incident
 * by `advance`. A step throws before it changes anything that repeating it would not change in the same way.
 */
export class Stuck extends Error {
  readonly type: IncidentType;
  readonly sentence: Sentence;

  constructor(type: IncidentType, sentence: Sentence) {
    super(sentence.en);
    this.type = type;
    this.sentence = sentence;
  }
}

export function elementAt(run: Run, instance: ElementInstance): Element {
  return elementOf(run.model, instance.elementId);
}

/** The instance around this one. Only the process itself has none; asking there is a bug. */
export function scopeOf(run: Run, instance: ElementInstance): ElementInstance {
  const scope = instance.parent === null ? undefined : run.state.instances[instance.parent];
  if (scope === undefined) throw new Error(`Element instance ${instance.key} has no scope`);
  return scope;
}

/** Children in the order in which they were born: the columns of a database do not keep the order of names. */
export function childrenOf(run: Run, key: Key): ElementInstance[] {
  return Object.values(run.state.instances)
    .filter((instance) => instance.parent === key)
    .sort((left, right) => compareKeys(left.key, right.key));
}

export function isLoopRun(run: Run, instance: ElementInstance): boolean {
  return instance.role === 'element' && instance.parent !== null && scopeOf(run, instance).role === 'body';
}

function compareKeys(left: Key, right: Key): number {
  return left.length - right.length || (left < right ? -1 : 1);
}
